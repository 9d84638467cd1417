package org.overread.registry.gate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the evidence, of all cases or of one group. A figure that could not be computed has no value and says
 * why; it is never zero and never NaN.
 *
 * @param attribute what the group is a group of, such as {@code sex}; null for all cases
 * @param group which group, such as {@code Female}; null for all cases
 * @param value the figure in the unit of its metric
 * @param low the lower end of its 95 % confidence interval
 * @param high the upper end of its 95 % confidence interval
 * @param n the cases it rests on
 * @param events the positive cases, or for feedback the counted ones, among them
 * @param tier how much weight it bears
 * @param reason why there is no value, or why it bears little
 */
public record Figure(
        GateMetric metric,
        @Nullable String attribute,
        @Nullable String group,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Long n,
        @Nullable Long events,
        Tier tier,
        @Nullable String reason) {
    /** A count of 1 up to one less than this is not told, as everywhere in the product. */
    public static final long FEW = 11;

    /** How much weight a figure bears, by the number of events and non-events it rests on. */
    public enum Tier {
        /** At least 100 of each. */
        FULL,
        /** 20 to 99 of one of them: an interval to look at, no verdict. */
        LOW_PRECISION,
        /** Fewer than 20 of one of them. */
        INSUFFICIENT,
        /** So few people that the figure is hidden. */
        SUPPRESSED
    }

    /** Takes what is not a finite number as missing. */
    public Figure {
        value = finite(value);
        low = finite(low);
        high = finite(high);
    }

    /** A counted figure of all cases. */
    public static Figure counted(GateMetric metric, long count) {
        return new Figure(metric, null, null, (double) count, null, null, count, null, Tier.FULL, null);
    }

    /** A figure of all cases that could not be computed. */
    public static Figure missing(GateMetric metric, String reason) {
        return new Figure(metric, null, null, null, null, null, null, null, Tier.INSUFFICIENT, reason);
    }

    /**
     * The figure as people may read it; the exact one is for the gate alone. Of a rate of feedback that counts few cases,
     * or all but few, only that is told, for its value and its interval would give the count away.
     *
     * @see "Decision 133: a rate of few before the gate"
     */
    public Figure told() {
        var few = few();
        return few == null ? this : new Figure(metric, attribute, group, null, null, null, n, null, tier, few);
    }

    private @Nullable String few() {
        if (n == null || events == null || value == null || metric.kind() != GateMetric.Kind.FEEDBACK) {
            return null;
        }
        var range = "1 to %d of %s".formatted(FEW - 1, GateMetric.Unit.COUNT.exactly(n));
        return few(events) ? range : few(n - events) ? "all but " + range : null;
    }

    private static boolean few(long count) {
        return count > 0 && count < FEW;
    }

    /** Whether this is a group of the attribute, or of all cases when that is null. */
    boolean isOf(@Nullable String wanted) {
        return Objects.equals(attribute, wanted);
    }

    /** The figure as read by people, such as {@code 0.780 (0.740–0.820), n = 412}; hidden figures show nothing. */
    public String text() {
        var few = few();
        if (few != null) {
            return few;
        }
        if (tier == Tier.SUPPRESSED || value == null) {
            return "no figure";
        }
        var unit = metric.unit();
        var interval = low == null || high == null ? "" : " (%s–%s)".formatted(unit.rounded(low), unit.rounded(high));
        var cases = n == null || unit == GateMetric.Unit.COUNT ? "" : ", n = " + GateMetric.Unit.COUNT.exactly(n);
        return unit.rounded(value) + interval + cases;
    }

    private static @Nullable Double finite(@Nullable Double number) {
        return number == null || !Double.isFinite(number) ? null : number;
    }
}
