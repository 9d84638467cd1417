package org.overread.monitoring.metric;

/**
 * The 2 × 2 table of labelled predictions at a threshold. A prediction is flagged when its score is at or above it.
 *
 * @param truePositives flagged events
 * @param falsePositives flagged non-events
 * @param falseNegatives events not flagged
 * @param trueNegatives non-events not flagged
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
    public static Confusion of(Ladder ladder, double threshold) {
        var flaggedEvents = 0.0;
        var flaggedNonEvents = 0.0;
        for (var step = ladder.steps() - 1; step >= 0 && ladder.score(step) >= threshold; step--) {
            flaggedEvents += ladder.events(step);
            flaggedNonEvents += ladder.nonEvents(step);
        }
        // of a condensed ladder fractions have been added up to whole numbers
        var truePositives = Math.round(flaggedEvents);
        var falsePositives = Math.round(flaggedNonEvents);
        return new Confusion(
                truePositives, falsePositives, ladder.events() - truePositives, ladder.nonEvents() - falsePositives);
    }

    public Proportion sensitivity() {
        return new Proportion(truePositives, events());
    }

    public Proportion specificity() {
        return new Proportion(trueNegatives, nonEvents());
    }

    public Proportion ppv() {
        return new Proportion(truePositives, flagged());
    }

    public Proportion npv() {
        return new Proportion(trueNegatives, size() - flagged());
    }

    public Proportion flagRate() {
        return new Proportion(flagged(), size());
    }

    public Proportion prevalence() {
        return new Proportion(events(), size());
    }

    /** 2TP / (2TP + FP + FN). */
    public Estimate f1() {
        var weight = 2 * truePositives + falsePositives + falseNegatives;
        return weight == 0
                ? Estimate.undefined("no events and nothing flagged")
                : Estimate.of(2.0 * truePositives / weight);
    }

    /** (TP − FP·t/(1−t)) / n. */
    public Estimate netBenefit(double threshold) {
        if (size() == 0) {
            return Estimate.undefined("no labelled predictions");
        }
        if (threshold >= 1) {
            return Estimate.undefined("the odds of a threshold of 1 are infinite");
        }
        return Estimate.of((truePositives - falsePositives * threshold / (1 - threshold)) / size());
    }

    /**
     * How many labelled predictions the figure rests on: its own denominator. F1 leaves out what is neither flagged nor an
     * event.
     */
    public long casesOf(Metric metric) {
        return switch (metric) {
            case SENSITIVITY -> events();
            case SPECIFICITY -> nonEvents();
            case PPV -> flagged();
            case NPV -> size() - flagged();
            case F1 -> size() - trueNegatives;
            case AUROC,
                    AUPRC,
                    FLAG_RATE,
                    PREVALENCE,
                    NET_BENEFIT,
                    BRIER,
                    SCALED_BRIER,
                    ECE_EQUAL_WIDTH,
                    ECE_EQUAL_MASS,
                    CALIBRATION_INTERCEPT,
                    CALIBRATION_SLOPE,
                    CALIBRATION_IN_THE_LARGE,
                    OBSERVED_EXPECTED -> size();
        };
    }

    public long events() {
        return truePositives + falseNegatives;
    }

    public long nonEvents() {
        return falsePositives + trueNegatives;
    }

    public long flagged() {
        return truePositives + falsePositives;
    }

    public long size() {
        return events() + nonEvents();
    }
}
