package org.overread.monitoring.profile;

import java.util.Arrays;

/**
 * A numeric feature as ascending distinct values with the number of times each occurs: exact when made of the values
 * themselves, within the resolution of the profile when read from one.
 *
 * @param values finite, strictly ascending
 * @param counts one for each value, positive
 * @param missing predictions without a value
 */
public record NumericDistribution(double[] values, long[] counts, long missing) implements FeatureDistribution {
    public NumericDistribution {
        values = values.clone();
        counts = counts.clone();
        if (values.length != counts.length || missing < 0) {
            throw new IllegalArgumentException("each value needs a count, and missing cannot be negative");
        }
        for (int i = 0; i < values.length; i++) {
            // written so that NaN fails it
            if (!(Double.isFinite(values[i]) && counts[i] > 0 && (i == 0 || values[i - 1] < values[i]))) {
                throw new IllegalArgumentException("values must be finite and ascending, counts positive");
            }
        }
    }

    /** The distribution of these values; NaN is missing. */
    public static NumericDistribution of(double... sample) {
        var sorted = Arrays.stream(sample)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0) // -0.0 becomes 0.0
                .sorted()
                .toArray();
        var values = new double[sorted.length];
        var counts = new long[sorted.length];
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[distinct++] = sorted[i];
            }
            counts[distinct - 1]++;
        }
        return new NumericDistribution(
                Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct), sample.length - sorted.length);
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public long present() {
        return Arrays.stream(counts).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumericDistribution that
                && Arrays.equals(values, that.values)
                && Arrays.equals(counts, that.counts)
                && missing == that.missing;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts) + Long.hashCode(missing);
    }

    @Override
    public String toString() {
        return "NumericDistribution[%d values, %d distinct, %d missing]".formatted(present(), values.length, missing);
    }
}
