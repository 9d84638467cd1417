package org.overread.registry.audit.anchor;

import java.util.List;
import java.util.UUID;

/** An anchor as the database remembers it, with what the places said. */
public record KeptAnchor(UUID id, SignedAnchor signed, List<Receipt> receipts) {
    public KeptAnchor {
        receipts = List.copyOf(receipts);
    }

    public Anchor anchor() {
        return signed.anchor();
    }

    /** The places that have it. */
    public List<String> places() {
        return receipts.stream()
                .filter(Receipt::kept)
                .map(Receipt::place)
                .distinct()
                .sorted()
                .toList();
    }
}
