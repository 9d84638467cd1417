package org.overread.monitoring.drift;

import org.overread.monitoring.metric.Estimate;

/**
 * The population stability index of two windows over bins or categories:
 * {@code Σ (cᵢ − rᵢ) · ln(cᵢ / rᵢ)} with the shares r of the reference window and c of the current one, each share at
 * least 0.0001 and not brought back to a sum of one. 0 when the shares are equal, without an upper end. It grows with
 * sampling noise in small windows and says nothing of significance. Source: {@code
 * r, c = (numpy.maximum(x / x.sum(), 1e-4) for x in (reference, current)); ((c - r) * numpy.log(c / r)).sum()}.
 */
final class Psi {
    private static final double FLOOR = 1e-4;

    private Psi() {}

    /** The index of counts, of which neither window is empty. */
    static Estimate of(Counts counts) {
        var reference = counts.referenceShares();
        var current = counts.currentShares();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double r = Math.max(reference[i], FLOOR);
            double c = Math.max(current[i], FLOOR);
            sum += (c - r) * Math.log(c / r);
        }
        return Estimate.of(sum);
    }
}
