package org.overread.monitoring.performance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * Which metric, over which time, of whom.
 *
 * @param from a day of the first period; null for as long as is usual for the period
 * @param to the day after the last; null for the day after the newest prediction
 * @param by the attribute of the group; null for all predictions
 * @param value the group; given exactly when the attribute is
 * @param threshold flags scores at or above it; null for the one the version declares
 * @param site null for all sites
 */
public record TrendQuestion(
        Metric metric,
        TrendPeriod period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String by,
        @Nullable String value,
        @Nullable Double threshold,
        @Nullable String site) {
    /** More points than this no chart can show. */
    static final int MOST_POINTS = 800;

    /** All predictions, as long as is usual, at the declared threshold. */
    public static TrendQuestion of(Metric metric, TrendPeriod period) {
        return new TrendQuestion(metric, period, null, null, null, null, null, null);
    }

    /**
     * What is wrong with it; empty when it can be answered.
     *
     * @param declared the version's own threshold
     * @param attributes those that can be split by
     */
    List<FieldProblem> problems(@Nullable Double declared, List<String> attributes) {
        return new FieldProblems()
                .when(threshold == null && declared == null, "threshold", "is required: this version declares none")
                .when(threshold != null && !(threshold >= 0 && threshold <= 1), "threshold", "must be from 0 to 1")
                .when(from != null && to != null && !from.isBefore(to), "to", "must be after from")
                .when(
                        from != null && to != null && period.between(from, to) >= MOST_POINTS,
                        "period",
                        "gives more than " + MOST_POINTS + " points: take a longer period or a shorter time")
                .when((by == null) != (value == null), by == null ? "by" : "value", "is missing: a group needs both")
                .when(
                        by != null && !attributes.contains(by),
                        "by",
                        "names an attribute these predictions do not have; they have " + attributes)
                .list();
    }
}
