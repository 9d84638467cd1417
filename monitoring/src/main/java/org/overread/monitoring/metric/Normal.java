package org.overread.monitoring.metric;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The probability of a standard normal value at least as far from zero. */
    public static double twoSided(double z) {
        return 2 * STANDARD.survivalProbability(Math.abs(z));
    }
}
