package org.overread.monitoring.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers in sentences. */
final class Amounts {
    private static final MathContext DIGITS = new MathContext(4);
    private static final MathContext COARSE = new MathContext(2);

    private Amounts() {}

    /** Four digits, without zeros that say nothing. */
    static String number(double value) {
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0
                ? "0"
                : rounded.precision() - rounded.scale() > 7 || rounded.scale() > 7
                        ? rounded.toString()
                        : rounded.toPlainString();
    }

    /** Two digits: too few to tell how many cases a figure was computed from. */
    static @Nullable Double rounded(@Nullable Double value) {
        return value == null
                ? null
                : Double.valueOf(new BigDecimal(value).round(COARSE).doubleValue());
    }

    /** Whole percent, or tenths under 10 %. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
