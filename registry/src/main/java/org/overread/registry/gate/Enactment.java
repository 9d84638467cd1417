package org.overread.registry.gate;

import java.time.Instant;
import java.util.List;

/**
 * Who put a policy forward, why, and from when it is to be in force. It is part of the policy's own text.
 *
 * @param author the id of who wrote it
 * @param inForceFrom not before it was published
 * @param laxer in which ways it asks less than what it takes the place of, as sentences; when there is one, the policy
 *     waits until a second person confirms it
 */
public record Enactment(String author, String reason, Instant inForceFrom, List<String> laxer) {
    public Enactment {
        laxer = List.copyOf(laxer);
    }
}
