package org.overread.monitoring.performance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.subgroup.Tier;

/**
 * One metric in one period.
 *
 * @param from the first day, UTC
 * @param to the day after the last
 * @param estimate the figure with its interval, or why there is none
 * @param predictions with a score, labelled or not; null when hidden
 * @param labelled those whose outcome is known by now; null when hidden
 * @param events those whose outcome is 1; null when hidden
 * @param tier how much may be read into it
 */
public record TrendPoint(
        LocalDate from,
        LocalDate to,
        Estimate estimate,
        @Nullable Long predictions,
        @Nullable Long labelled,
        @Nullable Long events,
        Tier tier) {
    /** The share of predictions whose outcome is known, from 0 to 1; null when hidden, or without predictions. */
    public @Nullable Double completeness() {
        return predictions == null || labelled == null || predictions == 0 ? null : (double) labelled / predictions;
    }
}
