package org.overread.monitoring.drift;

import java.time.Instant;

/**
 * What one window says of a column.
 *
 * @param from the first instant
 * @param to the instant after the last
 */
public record Mark(Instant from, Instant to, JudgedColumn judged) {
    Mark withoutMissing() {
        return new Mark(from, to, judged.withoutMissing());
    }
}
