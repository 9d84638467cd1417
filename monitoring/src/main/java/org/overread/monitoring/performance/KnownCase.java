package org.overread.monitoring.performance;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A prediction with a score whose outcome is known: a row that figures of performance are computed from. It holds
 * neither the patient's reference nor the prediction's id, and no text.
 *
 * @param patientKey the first 64 bits of the SHA-256 of the patient's reference; null when none was sent
 * @param score from 0 to 1
 * @param outcome 1 if the event happened, 0 if it did not
 * @param outcomeKnownAt when the outcome became known; null when the sender did not say
 * @param groups the patient's group per attribute
 * @param features what the model saw, numbers as the text that was sent; empty once retention has removed it
 */
public record KnownCase(
        Instant occurredAt,
        @Nullable Long patientKey,
        @Nullable String site,
        double score,
        int outcome,
        @Nullable Instant outcomeKnownAt,
        SortedMap<String, String> groups,
        SortedMap<String, String> features) {
    public KnownCase {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    }
}
