package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.monitoring.profile.NumericDistribution;

/**
 * Bins between the nine deciles of the reference window: {@code (−∞, d₁), [d₁, d₂), …, [d₉, ∞)}. Deciles are those of
 * {@code numpy.quantile(reference, numpy.linspace(0, 1, 11)[1:-1])}, linear between the two nearest values; equal ones
 * are merged, so that a value that many predictions have is the beginning of a bin.
 */
final class Deciles {
    private static final int PARTS = 10;

    private final double[] edges;

    private Deciles(double[] edges) {
        this.edges = edges;
    }

    /** The deciles of a distribution that has at least one value. */
    static Deciles of(NumericDistribution reference) {
        var values = reference.values();
        var upTo = cumulative(reference.counts());
        var edges = new double[PARTS - 1];
        for (int part = 1; part < PARTS; part++) {
            edges[part - 1] = quantile(values, upTo, part * (1.0 / PARTS));
        }
        return new Deciles(Arrays.stream(edges).distinct().toArray());
    }

    /** Strictly ascending. */
    double[] edges() {
        return edges.clone();
    }

    /** What each bin holds, in words. */
    List<String> labels() {
        var labels = new ArrayList<String>();
        labels.add("under " + Amounts.number(edges[0]));
        for (int i = 1; i < edges.length; i++) {
            labels.add(Amounts.number(edges[i - 1]) + " to under " + Amounts.number(edges[i]));
        }
        labels.add(Amounts.number(edges[edges.length - 1]) + " and over");
        return labels;
    }

    /** The bin of a value, counted from 0. */
    int bin(double value) {
        int found = Arrays.binarySearch(edges, value + 0.0); // -0.0 becomes 0.0
        return found >= 0 ? found + 1 : -found - 1;
    }

    Counts count(NumericDistribution reference, NumericDistribution current) {
        return new Counts(count(reference), count(current));
    }

    private long[] count(NumericDistribution distribution) {
        var bins = new long[edges.length + 1];
        var values = distribution.values();
        var counts = distribution.counts();
        for (int i = 0, bin = 0; i < values.length; i++) {
            while (bin < edges.length && values[i] >= edges[bin]) {
                bin++;
            }
            bins[bin] += counts[i];
        }
        return bins;
    }

    /** As numpy interpolates, so that an edge that falls on a value is that value. */
    private static double quantile(double[] values, long[] upTo, double share) {
        double position = (upTo[upTo.length - 1] - 1) * share;
        long below = (long) Math.floor(position);
        double weight = position - below;
        double low = ranked(values, upTo, below);
        double high = ranked(values, upTo, Math.min(below + 1, upTo[upTo.length - 1] - 1));
        double gap = high - low;
        return weight >= 0.5 ? high - gap * (1 - weight) : low + gap * weight;
    }

    /** The value at this rank, counted from 0. */
    private static double ranked(double[] values, long[] upTo, long rank) {
        int found = Arrays.binarySearch(upTo, rank + 1);
        return values[found >= 0 ? found : -found - 1];
    }

    private static long[] cumulative(long[] counts) {
        var upTo = counts.clone();
        Arrays.parallelPrefix(upTo, Long::sum);
        return upTo;
    }
}
