package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * The area under the ROC curve by Mann and Whitney (ties count one half) with the variance of DeLong, DeLong and
 * Clarke-Pearson (1988): midranks, n−1 in both components. Agrees with {@code roc_auc_score} and {@code pROC::ci.auc}.
 *
 * @param area from 0 to 1; null when a class is empty
 * @param variance null when either class has fewer than two
 * @param reason why the area, or only its variance, is missing
 */
public record Auroc(
        @Nullable Double area,
        @Nullable Double variance,
        @Nullable String reason) {
    private static final String METHOD = "delong";

    public static Auroc of(Ladder ladder) {
        var lacking = ladder.lackingClass();
        if (lacking != null) {
            return new Auroc(null, null, lacking);
        }
        var ranks = ladder.ranks();
        var area = ranks.area();
        if (ladder.events() < 2 || ladder.nonEvents() < 2) {
            return new Auroc(area, null, "the interval needs two events and two non-events");
        }
        var variance = ranks.varianceOfEvents() / ladder.events() + ranks.varianceOfNonEvents() / ladder.nonEvents();
        return new Auroc(area, variance, null);
    }

    /** The area with its Wald interval, clipped to [0, 1]. */
    public Estimate estimate() {
        if (area == null) {
            return Estimate.undefined(String.valueOf(reason));
        }
        if (variance == null) {
            return Estimate.withoutInterval(area, String.valueOf(reason));
        }
        var half = Estimate.Z * Math.sqrt(variance);
        return Estimate.of(area, Math.max(0, area - half), Math.min(1, area + half), METHOD);
    }

    /** This area compared with that of other patients. */
    public Comparison against(Auroc reference) {
        if (area == null || reference.area == null) {
            return Comparison.undefined(String.valueOf(area == null ? reason : reference.reason));
        }
        if (variance == null || reference.variance == null) {
            return Comparison.undefined(String.valueOf(variance == null ? reason : reference.reason));
        }
        return Comparison.of(area, variance, reference.area, reference.variance);
    }
}
