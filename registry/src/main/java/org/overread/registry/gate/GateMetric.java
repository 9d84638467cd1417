package org.overread.registry.gate;

import static org.overread.registry.gate.GateMetric.Kind.FEEDBACK;
import static org.overread.registry.gate.GateMetric.Kind.STATISTICS;
import static org.overread.registry.gate.GateMetric.Unit.COUNT;
import static org.overread.registry.gate.GateMetric.Unit.FRACTION;
import static org.overread.registry.gate.GateMetric.Unit.RATIO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What a criterion can be about: a figure from the version's predictions, or one from what clinicians say of them. */
public enum GateMetric {
    PREDICTIONS("Predictions", STATISTICS, COUNT, false),
    OUTCOMES("Predictions with a known outcome", STATISTICS, COUNT, false),
    EVENTS("Positive outcomes", STATISTICS, COUNT, false),
    OUTCOME_COMPLETENESS("Outcome completeness", STATISTICS, FRACTION, false),
    AUROC("AUROC", STATISTICS, FRACTION, true),
    AUPRC("AUPRC", STATISTICS, FRACTION, true),
    SENSITIVITY("Sensitivity", STATISTICS, FRACTION, true),
    SPECIFICITY("Specificity", STATISTICS, FRACTION, true),
    PPV("Positive predictive value", STATISTICS, FRACTION, true),
    NPV("Negative predictive value", STATISTICS, FRACTION, true),
    FLAG_RATE("Flag rate", STATISTICS, FRACTION, true),
    BRIER("Brier score", STATISTICS, FRACTION, true),
    OBSERVED_EXPECTED("Observed to expected", STATISTICS, RATIO, true),

    /** Outputs that a clinician accepted or overrode. */
    REVIEWED_OUTPUTS("Outputs reviewed by clinicians", FEEDBACK, COUNT, false),
    OVERRIDE_RATE("Override rate", FEEDBACK, FRACTION, true),
    ACCEPTANCE_RATE("Acceptance rate", FEEDBACK, FRACTION, true),
    /** The share of reviewed outputs that were overridden as clinically wrong. */
    CLINICALLY_WRONG_RATE("Share overridden as clinically wrong", FEEDBACK, FRACTION, true),
    /** Severe findings of clinicians that nobody with other eyes than the requester has cleared yet. */
    UNANSWERED_SEVERE("Unanswered severe findings", FEEDBACK, COUNT, false);

    /** The two kinds of evidence. A live stage is opened by both, never by one alone. */
    public enum Kind {
        STATISTICS,
        FEEDBACK
    }

    /** What a figure is counted in, and the range a figure of that unit lies in. */
    public enum Unit {
        /** Whole numbers from 0. */
        COUNT(Double.POSITIVE_INFINITY),
        /** 0 to 1. */
        FRACTION(1),
        /** From 0; 1 means as many as expected. */
        RATIO(Double.POSITIVE_INFINITY);

        private final double largest;

        Unit(double largest) {
            this.largest = largest;
        }

        /** Whether the value can be a figure of this unit. NaN cannot. */
        boolean admits(double value) {
            return value >= 0
                    && value <= largest
                    && Double.isFinite(value)
                    && (this != COUNT || value == Math.rint(value));
        }

        double largest() {
            return largest;
        }

        /** The value as read by people: counts grouped by thousands, other figures with two decimals or all they have. */
        String exactly(double value) {
            var plain = BigDecimal.valueOf(value).stripTrailingZeros();
            return this == COUNT
                    ? String.format(Locale.ROOT, "%,.0f", value)
                    : plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY)
                            .toPlainString();
        }

        /** The value rounded for reading, as on every screen: counts whole, other figures to so many decimals, half up. */
        String rounded(double value, int decimals) {
            return this == COUNT
                    ? exactly(value)
                    : BigDecimal.valueOf(value)
                            .setScale(decimals, RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }

    private final String title;
    private final Kind kind;
    private final Unit unit;
    private final boolean estimated;

    GateMetric(String title, Kind kind, Unit unit, boolean estimated) {
        this.title = title;
        this.kind = kind;
        this.unit = unit;
        this.estimated = estimated;
    }

    /** The metric as it is printed. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** All metrics of one kind, in their order. */
    public static Stream<GateMetric> ofKind(Kind wanted) {
        return Arrays.stream(values()).filter(metric -> metric.kind == wanted);
    }

    public Unit unit() {
        return unit;
    }

    /**
     * Whether the figure is an estimate with a 95 % confidence interval, whose unfavourable bound the gate looks at.
     * The others are counted, not estimated: the gate looks at the figure itself.
     */
    public boolean estimated() {
        return estimated;
    }

    /** What a figure of this metric counts its cases in: its denominator in one word or two. */
    public String denominator() {
        return switch (this) {
            case SENSITIVITY -> "events";
            case SPECIFICITY -> "non-events";
            case PPV -> "flagged";
            case NPV -> "not flagged";
            case OVERRIDE_RATE, ACCEPTANCE_RATE, CLINICALLY_WRONG_RATE -> "reviewed outputs";
            case OUTCOME_COMPLETENESS, PREDICTIONS -> "predictions";
            case OUTCOMES, EVENTS, AUROC, AUPRC, FLAG_RATE, BRIER, OBSERVED_EXPECTED -> "cases";
            case REVIEWED_OUTPUTS -> "outputs";
            case UNANSWERED_SEVERE -> "findings";
        };
    }

    /**
     * Whether a figure of this tier is firm enough to be judged. Estimated statistics need {@link Figure.Tier#FULL}.
     * Counts and the rates of clinicians' feedback are judged as soon as they may be shown, because what they say of
     * few cases is already told by the count or by the width of the interval.
     */
    boolean judgedAt(Figure.Tier tier) {
        return switch (tier) {
            case FULL -> true;
            case LOW_PRECISION, INSUFFICIENT -> !estimated || kind == FEEDBACK;
            case SUPPRESSED -> false;
        };
    }
}
