package org.overread.monitoring.metric;

/**
 * Two predictive values on the same cases. Their denominators differ (each rule says yes to its own cases), so the
 * difference is compared by the delta method: its variance is that of the cases' influences
 * (y − PPV₁)·yes₁/P(yes₁) − (y − PPV₂)·yes₂/P(yes₂), over n. The interval is Wald's.
 *
 * @param right how the two rules answer to the cases of which yes is true
 * @param wrong how they answer to the others
 */
public record PairedPredictive(PairedProportions right, PairedProportions wrong) {
    private static final String METHOD = "paired delta";

    /** The first predictive value minus the second. */
    public PairedDifference difference(String reasonWhenEmpty) {
        if (yesOfFirst() == 0 || yesOfSecond() == 0) {
            return new PairedDifference(Estimate.undefined(reasonWhenEmpty), null);
        }
        var one = (double) (right.both() + right.first()) / yesOfFirst();
        var two = (double) (right.both() + right.second()) / yesOfSecond();
        var variance = square(right, 1, one, two) + square(wrong, 0, one, two);
        if (variance == 0) {
            return new PairedDifference(
                    Estimate.withoutInterval(one - two, "there is no spread to compute an interval from"), null);
        }
        var z = (one - two) / Math.sqrt(variance);
        return new PairedDifference(Estimate.wald(one - two, variance, METHOD), Normal.twoSided(z));
    }

    /** The sum of the squared influences of these cases, over n². */
    private double square(PairedProportions cases, int truth, double one, double two) {
        var first = (truth - one) / yesOfFirst();
        var second = (truth - two) / yesOfSecond();
        return cases.both() * (first - second) * (first - second)
                + cases.first() * first * first
                + cases.second() * second * second;
    }

    private long yesOfFirst() {
        return right.both() + right.first() + wrong.both() + wrong.first();
    }

    private long yesOfSecond() {
        return right.both() + right.second() + wrong.both() + wrong.second();
    }
}
