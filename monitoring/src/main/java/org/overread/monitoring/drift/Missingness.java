package org.overread.monitoring.drift;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.overread.monitoring.profile.FeatureDistribution;

/**
 * The two-proportion z-test of the shares of missing values, with the pooled variance: {@code z = (q − p) / √(w(1 −
 * w)(1/n + 1/m))} with the share w of both windows together, two-sided. z is positive when more is missing than in the
 * reference window. Source: {@code statsmodels.stats.proportion.proportions_ztest([missing_now, missing_then], [n_now,
 * n_then])}.
 */
final class Missingness {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Missingness() {}

    static Tested test(FeatureDistribution reference, FeatureDistribution current) {
        double n = reference.total();
        double m = current.total();
        if (n == 0 || m == 0) {
            return Tested.undefined((n == 0 ? "the reference" : "the current") + " window is empty");
        }
        double pooled = (reference.missing() + current.missing()) / (n + m);
        if (pooled == 0 || pooled == 1) {
            return Tested.undefined(pooled == 0 ? "no value is missing in either window" : "every value is missing");
        }
        double z =
                (current.missingRate() - reference.missingRate()) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        return Tested.of(z, Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z))));
    }
}
