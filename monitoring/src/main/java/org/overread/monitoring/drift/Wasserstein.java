package org.overread.monitoring.drift;

import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.NumericDistribution;

/**
 * The first Wasserstein distance, {@code ∫ |F(x) − G(x)| dx}: how far the values have to be carried on average to make
 * one window into the other, in the unit of the feature. Source: {@code scipy.stats.wasserstein_distance(reference,
 * current)}; normalised, divided by {@code numpy.std(reference)}, it has no unit.
 */
final class Wasserstein {
    private Wasserstein() {}

    /** The distance of two distributions, each with at least one value. */
    static Estimate of(NumericDistribution reference, NumericDistribution current) {
        double distance = distance(reference, current);
        return Double.isFinite(distance)
                ? Estimate.of(distance)
                : Estimate.undefined("the values are too large to be added up");
    }

    /** The distance in standard deviations of the reference; undefined when that has none. */
    static Estimate normalised(NumericDistribution reference, NumericDistribution current) {
        double deviation = deviation(reference);
        double distance = distance(reference, current) / deviation;
        if (deviation == 0) {
            return Estimate.undefined("all values of the reference window are equal");
        }
        return Double.isFinite(distance)
                ? Estimate.of(distance)
                : Estimate.undefined("the values are too large to be added up");
    }

    private static double distance(NumericDistribution reference, NumericDistribution current) {
        var steps = new Steps(reference, current);
        steps.next();
        double sum = 0;
        double gap = steps.gap();
        for (double before = steps.value(); steps.next(); before = steps.value()) {
            sum += Math.abs(gap) * (steps.value() - before);
            gap = steps.gap();
        }
        return sum;
    }

    /** With n in the denominator. */
    private static double deviation(NumericDistribution distribution) {
        var values = distribution.values();
        var counts = distribution.counts();
        double total = distribution.present();
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += values[i] * (counts[i] / total);
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean) * (counts[i] / total);
        }
        return values.length == 1 ? 0 : Math.sqrt(squares);
    }
}
