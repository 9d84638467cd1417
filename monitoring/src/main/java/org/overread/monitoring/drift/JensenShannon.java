package org.overread.monitoring.drift;

import org.overread.monitoring.metric.Estimate;

/**
 * The Jensen–Shannon distance of two windows over bins or categories: {@code √(½ Σ rᵢ log₂(rᵢ/mᵢ) + ½ Σ cᵢ log₂(cᵢ/mᵢ))}
 * with the shares r and c and their mean m; the square root of the divergence, from 0 (equal) to 1 (nothing in common).
 * Source: {@code scipy.spatial.distance.jensenshannon(reference, current, base=2)}.
 */
final class JensenShannon {
    private JensenShannon() {}

    /** The distance of counts, of which neither window is empty. */
    static Estimate of(Counts counts) {
        var reference = counts.referenceShares();
        var current = counts.currentShares();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double mean = (reference[i] + current[i]) / 2;
            sum += entropy(reference[i], mean) + entropy(current[i], mean);
        }
        double divergence = sum / Math.log(2) / 2;
        return Estimate.of(Math.sqrt(Math.clamp(divergence, 0, 1)));
    }

    private static double entropy(double share, double mean) {
        return share == 0 ? 0 : share * Math.log(share / mean);
    }
}
