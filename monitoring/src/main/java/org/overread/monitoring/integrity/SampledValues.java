package org.overread.monitoring.integrity;

import java.util.Arrays;
import java.util.Optional;

/**
 * Values of a feature in bounded memory: all of them as long as they are few, then every second, every fourth and so on
 * in the order they came. The same values in the same order always leave the same sample.
 */
final class SampledValues {
    /** Fewer values say too little about a scale. */
    static final int FEWEST = 50;

    private static final int MOST = 4_096;

    private final double[] kept = new double[MOST];
    private int size;
    private long step = 1;
    private long seen;

    void add(double value) {
        if (seen++ % step != 0) {
            return;
        }
        if (size == MOST) {
            halve();
            if ((seen - 1) % step != 0) {
                return;
            }
        }
        kept[size++] = value;
    }

    /** Quantiles as the smallest value that reaches the share; empty with fewer than {@value #FEWEST} values. */
    Optional<Scale> scale() {
        if (seen < FEWEST) {
            return Optional.empty();
        }
        var sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return Optional.of(new Scale(quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95)));
    }

    /**
     * Whether the values lie on another scale than usual: more than half of them outside of where nine in ten usually
     * lie. Of values that are as usual one in ten lies there; that more than 25 of 50 do by chance is rarer than one in
     * 10¹². A change of unit moves nearly all of them.
     */
    boolean jumpedFrom(Scale usual) {
        return seen >= FEWEST
                && Arrays.stream(kept, 0, size)
                                .filter(value -> !usual.holds(value))
                                .count()
                        > size / 2;
    }

    long seen() {
        return seen;
    }

    private void halve() {
        for (int i = 0; i < MOST / 2; i++) {
            kept[i] = kept[2 * i];
        }
        size = MOST / 2;
        step *= 2;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max((int) Math.ceil(share * sorted.length) - 1, 0)];
    }
}
