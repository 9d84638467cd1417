package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * One figure beside the same figure of other, independent cases.
 *
 * @param difference figure minus reference
 * @param ratio figure over reference, interval by the log method
 * @param pValue two-sided, of no difference; null when it cannot be computed
 */
public record Comparison(
        Estimate difference, Estimate ratio, @Nullable Double pValue) {
    public static Comparison undefined(String reason) {
        return new Comparison(Estimate.undefined(reason), Estimate.undefined(reason), null);
    }

    /** Compares two independent areas; the ratio's variance is that of the logarithm by the delta method. */
    static Comparison of(double area, double variance, double reference, double referenceVariance) {
        var difference = area - reference;
        var spread = variance + referenceVariance;
        var p = spread > 0 ? Double.valueOf(Normal.twoSided(difference / Math.sqrt(spread))) : null;
        if (reference == 0) {
            return new Comparison(
                    Estimate.wald(difference, spread, "delong"),
                    Estimate.undefined("the figure of the reference group is zero"),
                    p);
        }
        var logVariance = variance / (area * area) + referenceVariance / (reference * reference);
        return new Comparison(Estimate.wald(difference, spread, "delong"), logRatio(area / reference, logVariance), p);
    }

    /** A ratio with interval {@code exp(log ratio ± z·√variance of the log)}. */
    static Estimate logRatio(double ratio, double logVariance) {
        if (ratio == 0 || !Double.isFinite(logVariance)) {
            return Estimate.withoutInterval(ratio, "a ratio of zero has no interval on the log scale");
        }
        var factor = Math.exp(Estimate.Z * Math.sqrt(logVariance));
        return Double.isFinite(ratio * factor)
                ? Estimate.of(ratio, ratio / factor, ratio * factor, "log")
                : Estimate.withoutInterval(ratio, "the interval of the ratio reaches beyond every number");
    }
}
