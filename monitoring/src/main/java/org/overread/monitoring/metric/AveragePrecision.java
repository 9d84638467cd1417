package org.overread.monitoring.metric;

/**
 * The area under the precision–recall curve as average precision: Σ (recall gained × precision reached), step-wise
 * from the highest score down, tied scores in one step. Agrees with {@code average_precision_score}. The interval is
 * that of Boyd, Eng and Page (2013) on the logit scale: standard error 1/√(events·ap·(1−ap)).
 */
final class AveragePrecision {
    private AveragePrecision() {}

    static Estimate of(Ladder ladder) {
        var lacking = ladder.lackingClass();
        if (lacking != null) {
            return Estimate.undefined(lacking);
        }
        var value = ladder.ranks().averagePrecision();
        if (value >= 1) {
            return Estimate.withoutInterval(1, "an average precision of 1 has no interval on the logit scale");
        }
        var logit = Math.log(value / (1 - value));
        var half = Estimate.Z / Math.sqrt(ladder.events() * value * (1 - value));
        return Estimate.of(value, expit(logit - half), expit(logit + half), "logit");
    }

    private static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
