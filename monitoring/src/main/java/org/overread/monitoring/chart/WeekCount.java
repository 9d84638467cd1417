package org.overread.monitoring.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something happened in one week.
 *
 * @param from when the week began; it lasts 7 × 24 hours
 * @param count how often it happened, from 0 to {@code of}
 * @param of how often it could have
 */
public record WeekCount(Instant from, long count, long of) {
    /** How long a week is, whatever the clocks do. */
    public static final Duration WEEK = Duration.ofHours(7 * 24);

    public WeekCount {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of + " is no count");
        }
    }

    public Instant to() {
        return from.plus(WEEK);
    }

    double rate() {
        return (double) count / of;
    }
}
