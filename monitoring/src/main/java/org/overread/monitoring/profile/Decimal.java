package org.overread.monitoring.profile;

/** Reads numbers that are written in decimal digits, as most are, without looking at them twice. */
final class Decimal {
    /** Of so many digits every whole number is a double, and so is every power of ten by which they are divided. */
    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Decimal() {}

    /** What {@link Double#parseDouble} makes of the text; NaN when it is no number. */
    static double parse(String text) {
        var negative = text.charAt(0) == '-';
        var digits = 0L;
        var decimals = -1;
        if (text.length() > MOST_DIGITS) {
            return other(text);
        }
        for (var i = negative ? 1 : 0; i < text.length(); i++) {
            var next = text.charAt(i);
            if (next >= '0' && next <= '9') {
                digits = 10 * digits + next - '0';
                decimals += decimals < 0 ? 0 : 1;
            } else if (next == '.' && decimals < 0 && i > (negative ? 1 : 0)) {
                decimals = 0;
            } else {
                return other(text);
            }
        }
        var number = digits / POWERS[Math.max(0, decimals)];
        return negative ? text.length() == 1 ? Double.NaN : -number : number;
    }

    /** A word is told by its first character, since a refusal of the parser costs much. */
    private static double other(String text) {
        var first = text.charAt(0);
        if (first != '-' && first != '+' && first != '.' && (first < '0' || first > '9')) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
