package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many predictions in columns: 21 bytes each, whatever their number. Rows keep the order in which they were added.
 */
public final class Cohort {
    /** An outcome that is not known (yet). */
    public static final byte UNKNOWN = -1;

    final double[] scores;
    final byte[] outcomes;
    final long[] patients;
    final int[] slices;
    final int size;
    private final List<Slice> dictionary;

    private Cohort(Builder builder) {
        scores = builder.scores;
        outcomes = builder.outcomes;
        patients = builder.patients;
        slices = builder.slices;
        size = builder.size;
        dictionary = List.copyOf(builder.dictionary);
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return size;
    }

    /** A copy of the scores, in the order of the rows. */
    public double[] scores() {
        return Arrays.copyOf(scores, size);
    }

    /** A copy of the outcomes, in the order of the rows: 1, 0 or {@link #UNKNOWN}. */
    public byte[] outcomes() {
        return Arrays.copyOf(outcomes, size);
    }

    /** A copy of the patients' keys, in the order of the rows; see {@link PatientKey}. */
    public long[] patients() {
        return Arrays.copyOf(patients, size);
    }

    /** The distinct combinations of subgroup values. */
    public List<Slice> dictionary() {
        return dictionary;
    }

    /** Takes predictions one by one; must not be used again after {@link #build}. */
    public static final class Builder {
        private static final int FIRST = 1 << 12;

        private double[] scores = new double[FIRST];
        private byte[] outcomes = new byte[FIRST];
        private long[] patients = new long[FIRST];
        private int[] slices = new int[FIRST];
        private int size;
        private final List<Slice> dictionary = new ArrayList<>();
        private final Map<Map<String, String>, Integer> indexes = new HashMap<>();

        private Builder() {}

        /** The index of a combination of subgroup values; a new one is remembered. */
        public int slice(Map<String, String> values) {
            var known = indexes.get(values);
            if (known != null) {
                return known;
            }
            var slice = new Slice(values);
            dictionary.add(slice);
            indexes.put(slice.values(), dictionary.size() - 1);
            return dictionary.size() - 1;
        }

        /**
         * Adds a prediction.
         *
         * @param score from 0 to 1
         * @param outcome 1, 0 or {@link #UNKNOWN}
         * @param patient a key that is the same for the same patient, see {@link PatientKey}
         * @param slice from {@link #slice}
         */
        public void add(double score, int outcome, long patient, int slice) {
            // written so that NaN fails it
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("score must lie in [0, 1]");
            }
            if (outcome < UNKNOWN || outcome > 1) {
                throw new IllegalArgumentException("outcome must be 1, 0 or unknown");
            }
            if (slice < 0 || slice >= dictionary.size()) {
                throw new IllegalArgumentException("no such slice: " + slice);
            }
            if (size == scores.length) {
                grow();
            }
            scores[size] = score + 0.0; // -0.0 becomes 0.0
            outcomes[size] = (byte) outcome;
            patients[size] = patient;
            slices[size++] = slice;
        }

        /** Adds a prediction of the patient named by a pseudonymous key; one without a key counts as a patient alone. */
        public void add(
                double score, @Nullable Integer outcome, @Nullable String patientRef, Map<String, String> subgroups) {
            var patient = patientRef == null ? PatientKey.unnamed(size) : PatientKey.of(patientRef);
            add(score, outcome == null ? UNKNOWN : outcome, patient, slice(subgroups));
        }

        public Cohort build() {
            return new Cohort(this);
        }

        private void grow() {
            var capacity = Math.addExact(size, size / 2);
            scores = Arrays.copyOf(scores, capacity);
            outcomes = Arrays.copyOf(outcomes, capacity);
            patients = Arrays.copyOf(patients, capacity);
            slices = Arrays.copyOf(slices, capacity);
        }
    }
}
