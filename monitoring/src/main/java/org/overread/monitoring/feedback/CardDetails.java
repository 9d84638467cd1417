package org.overread.monitoring.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.catalog.OutputKind;

/**
 * Everything a clinician needs to review one output.
 *
 * @param modelName the printed name of the model
 * @param threshold from which score the version flags; null when it flags nothing
 * @param prediction the output and what the model saw; null while it has not been sent
 * @param reasons the reasons to offer for an override, in the order to show them
 * @param mine what the one who looks has said of it and not withdrawn; null when nothing
 * @param mayGiveFeedback whether the one who looks may say something of it
 */
public record CardDetails(
        Card card,
        String modelName,
        OutputKind kind,
        @Nullable Double threshold,
        @Nullable Prediction prediction,
        List<OverrideReason> reasons,
        @Nullable GivenFeedback mine,
        boolean mayGiveFeedback) {
    public CardDetails {
        reasons = List.copyOf(reasons);
    }

    /** Whether the version flags this case; null when that cannot be said. */
    public @Nullable Boolean flagged() {
        return prediction == null || prediction.score() == null || threshold == null
                ? null
                : prediction.score() >= threshold;
    }
}
