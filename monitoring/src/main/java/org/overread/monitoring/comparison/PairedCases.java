package org.overread.monitoring.comparison;

import java.util.Arrays;

/**
 * Cases that two versions scored, in columns; only those whose outcome is known.
 *
 * @param all how many cases both scored, with or without an outcome
 * @param contradicting how many were left out since the two versions were told different outcomes
 */
public record PairedCases(
        double[] scores, double[] others, byte[] outcomes, long[] patients, long all, long contradicting, Match match) {
    /** How the cases of the two versions were found to be the same. */
    public enum Match {
        PREDICTION_ID("the same prediction id and patient"),
        PATIENT_AND_TIME("the same patient at the same time");

        private final String words;

        Match(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public int size() {
        return outcomes.length;
    }

    /** Takes cases one by one. */
    public static final class Builder {
        private static final int FIRST = 1 << 12;

        private final Match match;
        private double[] scores = new double[FIRST];
        private double[] others = new double[FIRST];
        private byte[] outcomes = new byte[FIRST];
        private long[] patients = new long[FIRST];
        private int size;
        private long all;
        private long contradicting;

        public Builder(Match match) {
            this.match = match;
        }

        /** @param outcomeOfOther negative for unknown, as is {@code outcome} */
        public void add(double score, double other, int outcome, int outcomeOfOther, long patient) {
            all++;
            if (outcome >= 0 && outcomeOfOther >= 0 && outcome != outcomeOfOther) {
                contradicting++;
            } else if (outcome >= 0 || outcomeOfOther >= 0) {
                keep(score, other, Math.max(outcome, outcomeOfOther), patient);
            }
        }

        private void keep(double score, double other, int outcome, long patient) {
            if (size == scores.length) {
                var capacity = Math.addExact(size, size / 2);
                scores = Arrays.copyOf(scores, capacity);
                others = Arrays.copyOf(others, capacity);
                outcomes = Arrays.copyOf(outcomes, capacity);
                patients = Arrays.copyOf(patients, capacity);
            }
            scores[size] = score;
            others[size] = other;
            outcomes[size] = (byte) outcome;
            patients[size++] = patient;
        }

        public PairedCases build() {
            return new PairedCases(
                    Arrays.copyOf(scores, size),
                    Arrays.copyOf(others, size),
                    Arrays.copyOf(outcomes, size),
                    Arrays.copyOf(patients, size),
                    all,
                    contradicting,
                    match);
        }
    }
}
