package org.overread.monitoring.concern;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.prediction.Prediction;

/**
 * Everything that somebody needs to answer a finding.
 *
 * @param modelName the printed name of the model; null while the output is not known
 * @param prediction the output; null while it is not known
 * @param threshold from which score the version flags; null when it flags nothing
 * @param withdrawn whether its giver took it back
 * @param mayAnswer whether the one who looks may answer it
 * @param maySeeOutput whether the one who looks may open the output with all that the model saw
 */
public record FindingDetails(
        Finding finding,
        @Nullable String modelName,
        @Nullable Prediction prediction,
        @Nullable Double threshold,
        Circle circle,
        boolean withdrawn,
        boolean mayAnswer,
        boolean maySeeOutput) {}
