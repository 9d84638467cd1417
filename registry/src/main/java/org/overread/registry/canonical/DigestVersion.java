package org.overread.registry.canonical;

import java.io.UncheckedIOException;

/**
 * In which form a digested text was written. A text keeps the form it was signed in, and its digest is that of the text as
 * it stands, so each stays verifiable; which form it is in can be told from the text.
 */
public enum DigestVersion {
    /**
     * Keys in the order of UTF-16 code units, no white space, numbers as Java writes them ({@code 1.0}, {@code 1.0E-5}) and
     * control characters in upper-case digits.
     */
    SORTED(1),

    /** RFC 8785, which everything is written in now. */
    RFC_8785(2);

    private final int number;

    DigestVersion(int number) {
        this.number = number;
    }

    /** As it is printed and told to machines. */
    public int number() {
        return number;
    }

    /** The form of a text. */
    public static DigestVersion of(String text) {
        try {
            return CanonicalJson.canonical(text).equals(text) ? RFC_8785 : SORTED;
        } catch (UncheckedIOException e) {
            return SORTED;
        }
    }
}
