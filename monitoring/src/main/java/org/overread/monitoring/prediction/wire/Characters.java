package org.overread.monitoring.prediction.wire;

/** Looks at the characters of a field before they are trusted. */
final class Characters {
    private Characters() {}

    /** Whether these are characters of text: no control characters (line breaks if allowed), no half surrogates. */
    static boolean clean(String text, boolean lineBreaks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !(lineBreaks && (c == '\n' || c == '\r' || c == '\t')) || c == 0x7F) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The decimal number that the text writes, or NaN. Java's own forms ({@code 1d}, {@code 0x1p3}) are not numbers. */
    static double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
