package org.overread.web.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures in words: two or three digits, intervals in brackets, and a dash for what is not known. */
public final class Numbers {
    private static final String UNKNOWN = "–";

    private Numbers() {}

    /** A ratio or score to three digits, such as {@code 0.647} or {@code −0.361}. */
    public static String ratio(@Nullable Double value) {
        return value == null
                ? UNKNOWN
                : String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
    }

    /** A figure with its interval, such as {@code 0.647 (0.640–0.654)}, or {@code −0.361 (−0.453 to −0.268)}. */
    public static String interval(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
        if (value == null || low == null || high == null) {
            return ratio(value);
        }
        return "%s (%s%s%s)".formatted(ratio(value), ratio(low), low < 0 ? " to " : "–", ratio(high));
    }

    /** A count with separators, such as {@code 59,606}. */
    public static String count(@Nullable Long value) {
        return value == null ? UNKNOWN : String.format(Locale.ENGLISH, "%,d", value);
    }
}
