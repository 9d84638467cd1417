package org.overread.registry.audit.anchor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the database remembers anchors and receipts. */
public interface AnchorLog {
    /** The id this installation was given with its database. */
    UUID installation();

    /** How many people are registered. */
    long people();

    void keep(UUID id, SignedAnchor anchor);

    void keep(Receipt receipt);

    /** The newest, the newest first. */
    List<KeptAnchor> newest(int limit);

    default Optional<KeptAnchor> last() {
        return newest(1).stream().findFirst();
    }

    /** All of them, the oldest first, without receipts. */
    List<SignedAnchor> all();

    /** The numbers of the entries of which a readable place of that name has said it keeps an anchor. */
    List<Long> said(String place);
}
