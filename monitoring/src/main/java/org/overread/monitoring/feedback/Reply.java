package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.DayWords;

/**
 * What somebody answered to feedback.
 *
 * @param by the id of who answered
 * @param byName the printed name
 */
public record Reply(UUID id, UUID feedback, String sentence, String by, String byName, Instant at) {
    /** As its reader sees it, such as {@code Mira Lund on 4 May 2026: The units were wrong until 2 May.} */
    String text() {
        return byName + " on " + DayWords.of(at) + ": " + sentence;
    }
}
