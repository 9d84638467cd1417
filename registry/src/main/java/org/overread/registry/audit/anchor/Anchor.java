package org.overread.registry.audit.anchor;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.audit.AuditHead;

/**
 * That the trail of an installation ended there at that time. It names nobody.
 *
 * @param people how many people were registered
 */
public record Anchor(UUID installation, long seq, String hash, Instant at, long people) {
    static Anchor of(UUID installation, AuditHead head, Instant at, long people) {
        return new Anchor(installation, head.seq(), head.hash(), at, people);
    }
}
