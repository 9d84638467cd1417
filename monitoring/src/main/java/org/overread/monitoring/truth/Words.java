package org.overread.monitoring.truth;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;

/** Figures in sentences: two decimals with the interval in brackets, as on every screen. */
final class Words {
    private static final double SMALLEST_P = 0.001;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    /** Such as {@code 0.84 (0.82–0.86)}, or {@code −1.00 (−1.04 to −0.96)}. */
    static String figure(Estimate estimate) {
        var value = two(estimate.value());
        var low = estimate.low();
        return low == null
                ? value
                : "%s (%s%s%s)".formatted(value, two(low), low < 0 ? " to " : "–", two(estimate.high()));
    }

    /** A difference with its sign, such as {@code −0.0014 (−0.0043 to 0.0015)}. */
    static String difference(Estimate estimate) {
        var value = signed(estimate.value());
        return estimate.low() == null
                ? value
                : "%s (%s to %s)".formatted(value, signed(estimate.low()), signed(estimate.high()));
    }

    /** Such as {@code 67 % (66–68 %)}. */
    static String share(Estimate estimate) {
        return "%s (%s–%s)".formatted(percent(estimate.value()), whole(estimate.low()), percent(estimate.high()));
    }

    /** How many of a hundred, such as {@code 84}. */
    static String ofHundred(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    static String percent(@Nullable Double share) {
        return share == null ? "–" : whole(share) + " %";
    }

    /** Such as {@code 31 March 2025}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String count(@Nullable Long n) {
        return n == null ? "" : String.format(Locale.ENGLISH, "%,d", n);
    }

    static String p(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value < SMALLEST_P ? ", p < 0.001" : String.format(Locale.ROOT, ", p %.2f", value);
    }

    static String two(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }

    /** Whole percent, tenths under one. */
    private static String whole(@Nullable Double share) {
        return share == null
                ? "–"
                : String.format(Locale.ROOT, share < 0.0095 && share > 0 ? "%.1f" : "%.0f", 100 * share);
    }

    private static String signed(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value).replace('-', '−');
    }
}
