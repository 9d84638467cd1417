package org.overread.monitoring.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;

/** A comparison in one sentence. */
public final class Verdict {
    private static final double SMALLEST_P = 0.001;

    private Verdict() {}

    /**
     * Such as {@code v2 is not better than v1: AUROC differs by −0.0014 (−0.0043 to 0.0015), p 0.35, on 59,606 same
     * cases}. Better and worse are said only when the interval does not reach zero.
     */
    public static String of(int version, int other, PairedComparison comparison) {
        return of("v" + version, "v" + other, comparison);
    }

    /** The same of two scores by their names. */
    public static String of(String name, String other, PairedComparison comparison) {
        var line = comparison.line(Metric.AUROC);
        var difference = line.difference();
        if (difference.value() == null) {
            return "Whether %s is better than %s cannot be told: %s.".formatted(name, other, difference.reason());
        }
        return "%s is %s %s: AUROC differs by %s%s%s, on %s same cases."
                .formatted(
                        name,
                        standing(difference.low(), difference.high()),
                        other,
                        signed(difference.value()),
                        difference.low() == null
                                ? ""
                                : " (%s to %s)".formatted(signed(difference.low()), signed(difference.high())),
                        p(line.pValue()),
                        comparison.labelled() == null
                                ? "the"
                                : String.format(Locale.ROOT, "%,d", comparison.labelled()));
    }

    private static String standing(@Nullable Double low, @Nullable Double high) {
        if (low != null && low > 0) {
            return "better than";
        }
        return high != null && high < 0 ? "worse than" : "not better than";
    }

    /** Four decimals, with a proper minus. */
    public static String signed(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value).replace('-', '−');
    }

    private static String p(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value < SMALLEST_P ? ", p < 0.001" : String.format(Locale.ROOT, ", p %.2f", value);
    }
}
