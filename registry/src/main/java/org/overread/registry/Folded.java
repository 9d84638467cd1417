package org.overread.registry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as searches compare it: without case, accents and apostrophes, so that {@code Noel OBrien} finds {@code Noël
 * O’Brien}. Letters that no accent makes, such as {@code ø}, stay as they are.
 */
public final class Folded {
    /**
     * What is left out once letters and accents have been taken apart (NFKD): accents and all kinds of apostrophe. A
     * regular expression that Java and PostgreSQL read alike.
     */
    public static final String LEFT_OUT = "[\\u0300-\\u036F\\u0027\\u0060\\u02B9\\u02BC\\u2018\\u2019\\u201B\\u2032]";

    private static final Pattern MARKS = Pattern.compile(LEFT_OUT);

    private Folded() {}

    public static String of(String text) {
        // the sign of an acute accent by itself would be taken apart into a space and an accent
        var decomposed = Normalizer.normalize(text.replace("\u00B4", ""), Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether the words hold what was typed. */
    public static boolean holds(String words, String typed) {
        return of(words).contains(of(typed.strip()));
    }
}
