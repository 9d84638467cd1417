package org.overread.monitoring.integrity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of one UTC day.
 *
 * @param withoutFeatures predictions without any feature; null when features of that day are no longer kept
 * @param latency how long the model took; null when no prediction of the day said
 */
public record FeedDay(
        LocalDate day,
        long predictions,
        long withoutScore,
        @Nullable Long withoutFeatures,
        @Nullable Latency latency) {
    /**
     * Quantiles of the time that the model took, in milliseconds: the smallest value that reaches the share.
     *
     * @param measured predictions that said how long it took
     */
    public record Latency(long measured, int median, int p95, int p99) {}
}
