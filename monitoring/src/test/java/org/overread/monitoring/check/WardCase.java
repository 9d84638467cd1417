package org.overread.monitoring.check;

import java.time.Instant;
import java.util.Map;

/**
 * A prediction of a stream with what turned out to be true.
 *
 * @param patient as predictions are kept
 * @param knownAt when the outcome became known
 */
record WardCase(
        Instant at,
        long patient,
        double score,
        int outcome,
        Instant knownAt,
        Map<String, String> groups,
        Map<String, String> features) {
    WardCase at(Instant other, Instant known) {
        return new WardCase(other, patient, score, outcome, known, groups, features);
    }

    WardCase scored(double other) {
        return new WardCase(at, patient, other, outcome, knownAt, groups, features);
    }
}
