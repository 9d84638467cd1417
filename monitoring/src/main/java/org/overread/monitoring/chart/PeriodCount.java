package org.overread.monitoring.chart;

import java.time.Instant;

/**
 * How often something happened in one period.
 *
 * @param from when the period began
 * @param length for how long it lasts, whatever the clocks do
 * @param count how often it happened, from 0 to {@code of}
 * @param of how often it could have
 */
public record PeriodCount(Instant from, ChartPeriod length, long count, long of) {
    public PeriodCount {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of + " is no count");
        }
    }

    public Instant to() {
        return from.plus(length.duration());
    }

    double rate() {
        return (double) count / of;
    }
}
