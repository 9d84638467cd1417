package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/** The figures the product knows, with what a reader must be told to read them. */
public enum Metric {
    AUROC("auroc", "AUROC", "proportion", Aim.HIGHER),
    AUPRC("auprc", "Average precision", "proportion", Aim.HIGHER),
    SENSITIVITY("sensitivity", "Sensitivity", "proportion", Aim.HIGHER),
    SPECIFICITY("specificity", "Specificity", "proportion", Aim.HIGHER),
    PPV("ppv", "Positive predictive value", "proportion", Aim.HIGHER),
    NPV("npv", "Negative predictive value", "proportion", Aim.HIGHER),
    F1("f1", "F1", "proportion", Aim.HIGHER),
    FLAG_RATE("flagRate", "Flag rate", "proportion", Aim.NONE),
    PREVALENCE("prevalence", "Prevalence", "proportion", Aim.NONE),
    NET_BENEFIT("netBenefit", "Net benefit", "true positives per prediction", Aim.HIGHER),
    BRIER("brier", "Brier score", "squared probability", Aim.LOWER),
    SCALED_BRIER("scaledBrier", "Scaled Brier score", "proportion", Aim.HIGHER),
    ECE_EQUAL_WIDTH("eceEqualWidth", "Calibration error, equal width", "probability", Aim.LOWER),
    ECE_EQUAL_MASS("eceEqualMass", "Calibration error, equal mass", "probability", Aim.LOWER),
    CALIBRATION_INTERCEPT("calibrationIntercept", "Calibration intercept", "log odds", Aim.ZERO),
    CALIBRATION_SLOPE("calibrationSlope", "Calibration slope", "log odds per log odds", Aim.ONE),
    CALIBRATION_IN_THE_LARGE("calibrationInTheLarge", "Calibration in the large", "log odds", Aim.ZERO),
    OBSERVED_EXPECTED("observedExpected", "Observed / expected", "ratio", Aim.ONE);

    /** Where a figure should lie. */
    public enum Aim {
        HIGHER(null),
        LOWER(null),
        ZERO(0.0),
        ONE(1.0),
        NONE(null);

        private final @Nullable Double target;

        Aim(@Nullable Double target) {
            this.target = target;
        }

        /** The value of a perfect model, when nearer to it is better; null otherwise. */
        public @Nullable Double target() {
            return target;
        }
    }

    private final String key;
    private final String label;
    private final String unit;
    private final Aim aim;

    Metric(String key, String label, String unit, Aim aim) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.aim = aim;
    }

    /** The name in the machine contract. */
    public String key() {
        return key;
    }

    /** The name on screens and in reports. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public Aim aim() {
        return aim;
    }

    /** Whether the figure counts flagged predictions, so that it reveals the four cells of the 2 × 2 table. */
    public boolean atThreshold() {
        return switch (this) {
            case SENSITIVITY, SPECIFICITY, PPV, NPV, F1, FLAG_RATE, NET_BENEFIT -> true;
            case AUROC,
                    AUPRC,
                    PREVALENCE,
                    BRIER,
                    SCALED_BRIER,
                    ECE_EQUAL_WIDTH,
                    ECE_EQUAL_MASS,
                    CALIBRATION_INTERCEPT,
                    CALIBRATION_SLOPE,
                    CALIBRATION_IN_THE_LARGE,
                    OBSERVED_EXPECTED -> false;
        };
    }
}
