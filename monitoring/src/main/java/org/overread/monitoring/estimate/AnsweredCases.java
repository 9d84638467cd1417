package org.overread.monitoring.estimate;

/**
 * Cases with a known outcome, and whether a clinician acted on what the model said, in columns.
 *
 * @param scores from 0 to 1
 * @param outcomes whether the event came
 * @param acted whether the output was shown and accepted; overridden, ignored and never shown are not acted on
 * @param patients a key that is the same for the same patient
 */
@SuppressWarnings("ArrayRecordComponent") // columns of many cases, compared by nobody
public record AnsweredCases(double[] scores, boolean[] outcomes, boolean[] acted, long[] patients) {
    public AnsweredCases {
        if (outcomes.length != scores.length || acted.length != scores.length || patients.length != scores.length) {
            throw new IllegalArgumentException("every case needs a score, an outcome, an answer and a patient");
        }
        scores = scores.clone();
        outcomes = outcomes.clone();
        acted = acted.clone();
        patients = patients.clone();
    }

    int size() {
        return scores.length;
    }
}
