package org.overread.monitoring.drift;

import java.util.Arrays;

/** How often each bin or category occurs in the reference window and in the current one. */
record Counts(long[] reference, long[] current) {
    /** The same with one bin more. */
    Counts and(long referenceMore, long currentMore) {
        return new Counts(append(reference, referenceMore), append(current, currentMore));
    }

    int size() {
        return reference.length;
    }

    double[] referenceShares() {
        return shares(reference);
    }

    double[] currentShares() {
        return shares(current);
    }

    private static double[] shares(long[] counts) {
        double total = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(count -> count / total).toArray();
    }

    private static long[] append(long[] counts, long more) {
        var longer = Arrays.copyOf(counts, counts.length + 1);
        longer[counts.length] = more;
        return longer;
    }
}
