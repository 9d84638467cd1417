package org.overread.monitoring.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class Amounts {
    private static final MathContext DIGITS = new MathContext(4);

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

    /** Whole percent, or tenths under 10 %. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
