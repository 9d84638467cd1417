package org.overread.monitoring.metric;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * k of n.
 *
 * @param successes k, from 0 to n
 * @param trials n, at most the largest int
 */
public record Proportion(long successes, long trials) {
    private static final double ERROR_RATE = 0.05;

    public Proportion {
        if (successes < 0 || successes > trials || trials > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(successes + " of " + trials + " is no proportion");
        }
    }

    /** k/n with the Wilson score interval, no continuity correction; undefined for the reason given when n is 0. */
    public Estimate wilson(String reasonWhenEmpty) {
        if (trials == 0) {
            return Estimate.undefined(reasonWhenEmpty);
        }
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(trials), Math.toIntExact(successes), ERROR_RATE);
        return Estimate.of(value(), interval.getLowerBound(), interval.getUpperBound(), "wilson");
    }

    /**
     * This proportion compared with an independent one: difference by Newcombe's square-and-add of two Wilson
     * intervals (1998, method 10), ratio by the log method, p-value of the pooled two-proportion z-test.
     */
    public Comparison against(Proportion reference) {
        if (trials == 0 || reference.trials == 0) {
            return Comparison.undefined("one of the two groups has no cases to count");
        }
        return new Comparison(newcombe(reference), ratio(reference), pooledZ(reference));
    }

    double value() {
        return (double) successes / trials;
    }

    /** How far the lower end of the Wilson interval is from the value. */
    double below() {
        return distance(wilson("").low(), value());
    }

    /** How far the upper end of the Wilson interval is from the value. */
    double above() {
        return distance(wilson("").high(), value());
    }

    private Estimate newcombe(Proportion reference) {
        var down = Math.hypot(below(), reference.above());
        var up = Math.hypot(above(), reference.below());
        var difference = value() - reference.value();
        return Estimate.of(difference, difference - down, difference + up, "newcombe");
    }

    private static double distance(@Nullable Double bound, double value) {
        return bound == null ? 0 : Math.abs(bound - value);
    }

    private Estimate ratio(Proportion reference) {
        if (reference.successes == 0) {
            return Estimate.undefined("the figure of the reference group is zero");
        }
        var logVariance = 1.0 / successes - 1.0 / trials + 1.0 / reference.successes - 1.0 / reference.trials;
        return Comparison.logRatio(value() / reference.value(), logVariance);
    }

    private @Nullable Double pooledZ(Proportion reference) {
        var pooled = (double) (successes + reference.successes) / (trials + reference.trials);
        var variance = pooled * (1 - pooled) * (1.0 / trials + 1.0 / reference.trials);
        return variance > 0 ? Normal.twoSided((value() - reference.value()) / Math.sqrt(variance)) : null;
    }
}
