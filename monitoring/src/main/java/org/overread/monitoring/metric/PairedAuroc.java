package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * The areas of two scores of the same cases, and their difference, by DeLong, DeLong and Clarke-Pearson (1988): the
 * variance of the difference is that of the cases' differences in placement, which is what subtracting twice the
 * covariance comes to. Agrees with {@code pROC::roc.test(paired = TRUE, method = "delong")}.
 *
 * @param difference the first area minus the second, with its Wald interval
 * @param z the difference in standard errors; null when it has none
 * @param pValue two-sided, of no difference; null without z
 */
public record PairedAuroc(
        Estimate difference, @Nullable Double z, @Nullable Double pValue) {
    private static final String METHOD = "paired delong";

    /**
     * Compares two scores of the same cases.
     *
     * @param scores from 0 to 1
     * @param others the other score of the same cases, from 0 to 1
     * @param outcomes 1 event, 0 no event, all known
     */
    public static PairedAuroc of(double[] scores, double[] others, byte[] outcomes) {
        var first = Placements.of(scores, outcomes);
        var second = Placements.of(others, outcomes);
        if (first.events() == 0 || first.nonEvents() == 0) {
            return undefined("the same cases have no " + (first.events() == 0 ? "events" : "non-events"));
        }
        var difference = first.area() - second.area();
        if (first.events() < 2 || first.nonEvents() < 2) {
            return new PairedAuroc(
                    Estimate.withoutInterval(difference, "the interval needs two events and two non-events"),
                    null,
                    null);
        }
        var variance = variance(first, second, outcomes);
        if (variance == 0) {
            return new PairedAuroc(
                    Estimate.withoutInterval(difference, "both scores rank all cases alike"), null, null);
        }
        var z = difference / Math.sqrt(variance);
        return new PairedAuroc(Estimate.wald(difference, variance, METHOD), z, Normal.twoSided(z));
    }

    private static PairedAuroc undefined(String reason) {
        return new PairedAuroc(Estimate.undefined(reason), null, null);
    }

    private static double variance(Placements first, Placements second, byte[] outcomes) {
        var difference = first.area() - second.area();
        var ofEvents = 0.0;
        var ofNonEvents = 0.0;
        for (var row = 0; row < outcomes.length; row++) {
            var distance = first.of(row) - second.of(row) - difference;
            if (outcomes[row] == 1) {
                ofEvents += distance * distance;
            } else {
                ofNonEvents += distance * distance;
            }
        }
        double events = first.events();
        double nonEvents = first.nonEvents();
        return ofEvents / (events - 1) / events + ofNonEvents / (nonEvents - 1) / nonEvents;
    }
}
