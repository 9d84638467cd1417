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
        var value = value(ladder);
        if (value >= 1) {
            return Estimate.withoutInterval(1, "an average precision of 1 has no interval on the logit scale");
        }
        var logit = Math.log(value / (1 - value));
        var half = Estimate.Z / Math.sqrt(ladder.events() * value * (1 - value));
        return Estimate.of(value, expit(logit - half), expit(logit + half), "logit");
    }

    private static double value(Ladder ladder) {
        var sum = 0.0;
        var events = 0L;
        var flagged = 0L;
        for (var step = ladder.steps() - 1; step >= 0; step--) {
            events += ladder.events(step);
            flagged += ladder.events(step) + ladder.nonEvents(step);
            sum += (double) ladder.events(step) * events / flagged;
        }
        return sum / ladder.events();
    }

    private static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
