package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.CategoricalDistribution;

/**
 * Two windows over the union of their categories.
 *
 * @param names every category that occurs in either window, in alphabetical order
 */
record Categories(List<String> names, Counts counts) {
    static Categories of(CategoricalDistribution reference, CategoricalDistribution current) {
        var union = new TreeSet<>(reference.counts().keySet());
        union.addAll(current.counts().keySet());
        return new Categories(new ArrayList<>(union), new Counts(count(reference, union), count(current, union)));
    }

    private static long[] count(CategoricalDistribution distribution, TreeSet<String> union) {
        return union.stream()
                .mapToLong(name -> distribution.counts().getOrDefault(name, 0L))
                .toArray();
    }

    /**
     * L-infinity: the largest change in the share of one category, {@code max |pᵢ − qᵢ|}, from 0 to 1. Both windows need
     * a value.
     */
    Estimate lInfinity() {
        double largest = 0;
        for (double gap : gaps()) {
            largest = Math.max(largest, gap);
        }
        return Estimate.of(largest);
    }

    /**
     * Total variation: the share of predictions that would have to change their category, {@code ½ Σ |pᵢ − qᵢ|}, from 0
     * to 1. Both windows need a value.
     */
    Estimate totalVariation() {
        double sum = 0;
        for (double gap : gaps()) {
            sum += gap;
        }
        return Estimate.of(Math.min(1, sum / 2));
    }

    private double[] gaps() {
        var gaps = counts.referenceShares();
        var current = counts.currentShares();
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.abs(gaps[i] - current[i]);
        }
        return gaps;
    }
}
