package org.overread.monitoring.truth;

import static java.util.Objects.requireNonNull;

import org.overread.monitoring.metric.Estimate;

/** The standard error that a 95 % interval was made of; the estimate must have one. */
final class StandardError {
    private static final double Z = 1.959963984540054;

    private StandardError() {}

    /** Of a figure with a Wald interval, in its own unit. */
    static double of(Estimate estimate) {
        return (requireNonNull(estimate.high()) - requireNonNull(estimate.low())) / 2 / Z;
    }

    /** Of the logarithm of a ratio whose interval is one of logarithms. */
    static double ofLog(Estimate ratio) {
        return Math.log(requireNonNull(ratio.high()) / requireNonNull(ratio.low())) / 2 / Z;
    }
}
