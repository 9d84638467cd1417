package org.overread.monitoring.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;

/**
 * A metric over time, overall or of one group.
 *
 * @param attribute what the group is of, such as {@code sex}; null for all predictions
 * @param value the group, such as {@code Female}; null for all predictions
 * @param threshold flags scores at or above it
 * @param points period by period without gaps, also those without predictions
 * @param basis what it was computed from
 */
public record Trend(
        Metric metric,
        TrendPeriod period,
        @Nullable String attribute,
        @Nullable String value,
        double threshold,
        List<TrendPoint> points,
        Basis basis) {
    public Trend {
        points = List.copyOf(points);
    }
}
