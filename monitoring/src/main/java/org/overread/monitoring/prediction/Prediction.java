package org.overread.monitoring.prediction;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One output of one model version, as the model's server sent it. What the sender did not say is {@code null}.
 *
 * @param predictionId the sender's own id, unique within the version; sending it again is harmless
 * @param occurredAt when the model said it, in whole microseconds
 * @param patientRef a pseudonymous key of the patient
 * @param score a probability in [0, 1]
 * @param outcome what turned out to be true: 0 or 1
 * @param subgroups the patient's group per attribute, such as {@code sex → Female}
 * @param features what the model saw, numbers kept as the text that was sent
 * @param text what the model wrote, for models that write
 * @param latencyMs how long the model took, in milliseconds
 */
public record Prediction(
        String predictionId,
        Instant occurredAt,
        @Nullable String patientRef,
        @Nullable String site,
        @Nullable Double score,
        @Nullable Integer outcome,
        SortedMap<String, String> subgroups,
        SortedMap<String, String> features,
        @Nullable String text,
        @Nullable Integer latencyMs) {
    public Prediction {
        if (predictionId.isBlank()) {
            throw new IllegalArgumentException("predictionId is blank");
        }
        // written so that NaN fails it
        if (score != null && !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must lie in [0, 1]");
        }
        Outcome.check(outcome);
        subgroups = Collections.unmodifiableSortedMap(new TreeMap<>(subgroups));
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    }
}
