package org.overread.monitoring.metric;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Two answers to the same cases.
 *
 * @param both cases that both say yes to
 * @param first that only the first says yes to
 * @param second that only the second says yes to
 * @param neither that neither says yes to
 */
public record PairedProportions(long both, long first, long second, long neither) {
    /** From so many cases on which they disagree, the normal approximation of McNemar's test is good. */
    private static final long MANY = 25;

    public PairedProportions {
        if (both < 0 || first < 0 || second < 0 || neither < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    /**
     * The share of the first minus that of the second, with Newcombe's interval for paired data (1998, method 10): two
     * Wilson intervals, squared and added with the correlation of the answers.
     */
    public Estimate difference(String reasonWhenEmpty) {
        if (size() == 0) {
            return Estimate.undefined(reasonWhenEmpty);
        }
        var one = new Proportion(both + first, size());
        var two = new Proportion(both + second, size());
        var difference = one.value() - two.value();
        var phi = correlation();
        return Estimate.of(
                difference,
                difference - distance(one.below(), two.above(), phi),
                difference + distance(one.above(), two.below(), phi),
                "paired newcombe");
    }

    /** McNemar's test: exact when they disagree on fewer than {@value #MANY} cases, without correction otherwise. */
    public @Nullable Double pValue() {
        var disagreements = first + second;
        if (disagreements == 0) {
            return null;
        }
        if (disagreements < MANY) {
            var tail = BinomialDistribution.of((int) disagreements, 0.5)
                    .cumulativeProbability((int) Math.min(first, second));
            return Math.min(1, 2 * tail);
        }
        return Normal.twoSided((first - second) / Math.sqrt(disagreements));
    }

    /** The same cases with every yes for a no. */
    public PairedProportions mirrored() {
        return new PairedProportions(neither, second, first, both);
    }

    public long size() {
        return both + first + second + neither;
    }

    private static double distance(double one, double two, double phi) {
        return Math.sqrt(Math.max(0, one * one - 2 * phi * one * two + two * two));
    }

    /** Phi with Newcombe's continuity correction towards zero; zero when a margin is empty. */
    private double correlation() {
        var margins = (double) (both + first) * (second + neither) * (both + second) * (first + neither);
        if (margins == 0) {
            return 0;
        }
        var product = (double) both * neither - (double) first * second;
        var corrected = product > 0 ? Math.max(product - size() / 2.0, 0) : product;
        return corrected / Math.sqrt(margins);
    }
}
