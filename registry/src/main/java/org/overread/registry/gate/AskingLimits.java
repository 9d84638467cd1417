package org.overread.registry.gate;

/**
 * The limits of a metric that ask for something in practice. A limit beyond them would be kept by every version that
 * anybody would think of, so a policy with it would look like a bar and be none.
 *
 * @param least what a figure must at least be asked to reach, in the unit of the metric
 * @param most what a figure must at most be allowed to reach
 */
record AskingLimits(double least, double most) {
    private static final double NEARLY_NONE = 0.01;
    private static final double NEARLY_ALL = 0.99;
    private static final double A_FEW = 5;
    private static final double COUNTLESS = 100_000;

    static AskingLimits of(GateMetric metric) {
        return switch (metric) {
            case PREDICTIONS, OUTCOMES, EVENTS, REVIEWED_OUTPUTS -> new AskingLimits(A_FEW, COUNTLESS);
            // a coin has an AUROC of 0.5
            case AUROC -> new AskingLimits(0.5, NEARLY_ALL);
            case SENSITIVITY, SPECIFICITY, OUTCOME_COMPLETENESS, ACCEPTANCE_RATE -> new AskingLimits(0.1, NEARLY_ALL);
            // of rare conditions nearly everybody without a flag is well
            case NPV -> new AskingLimits(0.5, NEARLY_ALL);
            case AUPRC, PPV -> new AskingLimits(NEARLY_NONE, NEARLY_ALL);
            case FLAG_RATE -> new AskingLimits(0.001, 0.95);
            // whoever always says one half has a Brier score of 0.25
            case BRIER -> new AskingLimits(NEARLY_NONE, 0.25);
            case OBSERVED_EXPECTED -> new AskingLimits(0.2, 5);
            case OVERRIDE_RATE -> new AskingLimits(NEARLY_NONE, 0.9);
            case CLINICALLY_WRONG_RATE -> new AskingLimits(NEARLY_NONE, 0.5);
            case UNANSWERED_SEVERE -> new AskingLimits(1, 10);
        };
    }
}
