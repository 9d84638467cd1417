package org.overread.registry.audit.anchor;

import java.util.List;
import java.util.UUID;
import org.overread.registry.audit.anchor.AnchorComparison.Found;

/**
 * What a trail is held against.
 *
 * @param people how many people are registered
 * @param found the anchors that can be read
 * @param lost how many anchors a place has said it keeps that it does not have any more
 */
public record Readable(UUID installation, long people, List<Found> found, int lost) {
    public Readable {
        found = List.copyOf(found);
    }

    public AnchorComparison comparison() {
        return new AnchorComparison(installation, found);
    }
}
