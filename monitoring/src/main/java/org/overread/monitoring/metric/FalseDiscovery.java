package org.overread.monitoring.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Control of the false discovery rate over a family of tests (Benjamini and Hochberg 1995). */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusted p-values: {@code p₍ᵢ₎·m/i} for the i-th smallest of m, made monotone from the largest down, as {@code
     * statsmodels.stats.multitest.multipletests(p, method="fdr_bh")}. Those at most q are the discoveries at rate q.
     *
     * @param p from 0 to 1, in any order; may be empty
     * @return as many, in the same order, each at least its p-value and at most 1
     */
    public static double[] adjusted(double[] p) {
        var descending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .toList();
        var adjusted = new double[p.length];
        double least = 1;
        for (int above = 0; above < p.length; above++) {
            int index = descending.get(above);
            least = Math.min(least, p[index] * p.length / (p.length - above));
            adjusted[index] = least;
        }
        return adjusted;
    }
}
