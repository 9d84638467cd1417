package org.overread.registry.review;

import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;

/**
 * The readable text that a digest is taken over: a title, then one fact a line as {@code name: value}.
 *
 * <p>Different facts never give the same text: line breaks and backslashes within a value are written as {@code \n},
 * {@code \r} and {@code \\}, and an absent value is a line without a colon. Anybody can check such a digest with a text
 * editor and {@code sha256sum}.
 */
public final class Statement {
    private final String text;

    private Statement(String text) {
        this.text = text;
    }

    public static Statement titled(String title) {
        return new Statement(title + "\n");
    }

    /** The same statement with one more fact. */
    public Statement with(String name, @Nullable Object value) {
        return new Statement(text + name + (value == null ? "" : ": " + onOneLine(value.toString())) + "\n");
    }

    public Digest digest() {
        return Digest.of(text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String onOneLine(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
