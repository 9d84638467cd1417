package org.overread.registry.audit.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a database remembers of anchors, in memory. */
public final class InMemoryAnchors implements AnchorLog {
    public final List<KeptAnchor> kept = new ArrayList<>();
    public long people = 3;

    @Override
    public UUID installation() {
        return new UUID(0, 1);
    }

    @Override
    public long people() {
        return people;
    }

    @Override
    public void keep(UUID id, SignedAnchor anchor) {
        kept.add(new KeptAnchor(id, anchor, List.of()));
    }

    @Override
    public void keep(Receipt receipt) {
        kept.replaceAll(anchor -> anchor.id().equals(receipt.anchor())
                ? new KeptAnchor(anchor.id(), anchor.signed(), with(anchor.receipts(), receipt))
                : anchor);
    }

    @Override
    public List<KeptAnchor> newest(int limit) {
        return kept.reversed().stream().limit(limit).toList();
    }

    @Override
    public List<SignedAnchor> all() {
        return kept.stream().map(KeptAnchor::signed).toList();
    }

    @Override
    public List<Long> said(String place) {
        return kept.stream()
                .filter(anchor -> anchor.places().contains(place))
                .map(anchor -> anchor.anchor().seq())
                .toList();
    }

    private static List<Receipt> with(List<Receipt> receipts, Receipt receipt) {
        var more = new ArrayList<>(receipts);
        more.add(receipt);
        return more;
    }
}
