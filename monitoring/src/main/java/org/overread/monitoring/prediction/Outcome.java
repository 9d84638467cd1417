package org.overread.monitoring.prediction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What turned out to be true of one prediction.
 *
 * @param outcome 1 if the event happened, 0 if it did not
 * @param knownAt when that became known, in whole microseconds; null when the sender did not say
 */
public record Outcome(
        String predictionId, int outcome, @Nullable Instant knownAt) {
    public Outcome {
        if (predictionId.isBlank()) {
            throw new IllegalArgumentException("predictionId is blank");
        }
        check(outcome);
    }

    static void check(@Nullable Integer outcome) {
        if (outcome != null && outcome != 0 && outcome != 1) {
            throw new IllegalArgumentException("outcome must be 0 or 1");
        }
    }
}
