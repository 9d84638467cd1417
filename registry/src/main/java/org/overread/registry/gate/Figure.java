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
 * @param n the cases that this figure rests on, its own denominator: of a sensitivity the positive cases, of a positive
 *     predictive value the flagged ones
 * @param cases all cases of the group whose outcome is known; null for feedback, and in evidence taken before it was told
 * @param events the positive cases among those, or for feedback the counted ones among n
 * @param tier how much weight it bears
 * @param reason why there is no value, or why it bears little
 * @param method how its interval was drawn, such as {@code wilson}; null when it has none, and in evidence from before
 *     that was told
 */
public record Figure(
        GateMetric metric,
        @Nullable String attribute,
        @Nullable String group,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Long n,
        @Nullable Long cases,
        @Nullable Long events,
        Tier tier,
        @Nullable String reason,
        @Nullable String method) {
    /** So many positive cases and as many others a statistic needs to be judged by. */
    public static final long ENOUGH = 100;

    /** A count of 1 up to one less than this is not told, as everywhere in the product. */
    public static final long FEW = 11;

    /** To so many decimals a figure is told, where it can be told apart from a limit by them. */
    static final int DECIMALS = 3;

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

    /** A figure of which it is not told how its interval was drawn, if it has one. */
    public Figure(
            GateMetric metric,
            @Nullable String attribute,
            @Nullable String group,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long n,
            @Nullable Long cases,
            @Nullable Long events,
            Tier tier,
            @Nullable String reason) {
        this(metric, attribute, group, value, low, high, n, cases, events, tier, reason, null);
    }

    /** Takes what is not a finite number as missing. */
    public Figure {
        value = finite(value);
        low = finite(low);
        high = finite(high);
    }

    /** A counted figure of all cases. */
    public static Figure counted(GateMetric metric, long count) {
        return new Figure(metric, null, null, (double) count, null, null, count, null, null, Tier.FULL, null);
    }

    /** A figure of all cases that could not be computed. */
    public static Figure missing(GateMetric metric, String reason) {
        return new Figure(metric, null, null, null, null, null, null, null, null, Tier.INSUFFICIENT, reason);
    }

    /**
     * The figure as people may read it; the exact one is for the gate alone. Of a rate of feedback that counts few cases,
     * or all but few, only that is told, for its value and its interval would give the count away.
     *
     * @see "Decision 133: a rate of few before the gate"
     */
    public Figure told() {
        var few = few();
        return few == null ? this : new Figure(metric, attribute, group, null, null, null, n, cases, null, tier, few);
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

    /** The figure as read by people, such as {@code 0.780 (0.740–0.820), n = 412 events}; hidden figures show nothing. */
    public String text() {
        var numbers = numbers(DECIMALS);
        return tier == Tier.SUPPRESSED || told().value() == null ? numbers : numbers + restsOn();
    }

    /**
     * The same without what it rests on: value and both ends of the interval to the same number of decimals.
     *
     * @param decimals {@value #DECIMALS} where no limit stands beside it, see {@link Criterion#decimals}
     */
    String numbers(int decimals) {
        var few = few();
        if (few != null) {
            return few;
        }
        if (tier == Tier.SUPPRESSED || value == null) {
            return "no figure";
        }
        var unit = metric.unit();
        return unit.rounded(value, decimals)
                + (low == null || high == null
                        ? ""
                        : " (%s–%s)".formatted(unit.rounded(low, decimals), unit.rounded(high, decimals)));
    }

    /** On how many cases of which kind it rests, such as {@code , n = 263 events}; nothing when that is not known. */
    String restsOn() {
        return n == null || metric.unit() == GateMetric.Unit.COUNT
                ? ""
                : ", n = %s %s".formatted(GateMetric.Unit.COUNT.exactly(n), denominator());
    }

    /** What {@link #n} counts. Evidence taken before figures had their own denominators counts all cases. */
    public String denominator() {
        return cases == null && metric.kind() == GateMetric.Kind.STATISTICS ? "cases" : metric.denominator();
    }

    /** What is lacking for a verdict, such as {@code 41 events and 735 others; at least 100 of each are needed}. */
    String lacking() {
        if (cases == null || events == null) {
            return "";
        }
        return "%s events and %s others; at least %d of each are needed"
                .formatted(
                        GateMetric.Unit.COUNT.exactly(events), GateMetric.Unit.COUNT.exactly(cases - events), ENOUGH);
    }

    private static @Nullable Double finite(@Nullable Double number) {
        return number == null || !Double.isFinite(number) ? null : number;
    }
}
