package org.overread.registry.phi;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.MatchResult;

/**
 * A text as the rules read it: without accents and characters that nobody sees, with plain digits, spaces, dashes and
 * apostrophes. It remembers where in the text as it was written each of its characters stands.
 */
final class PlainText {
    private final String written;
    private final StringBuilder plain = new StringBuilder();
    private int[] origins;

    private PlainText(String written) {
        this.written = written;
        origins = new int[written.length() + 16];
    }

    static PlainText of(String written) {
        var text = new PlainText(written);
        for (int at = 0; at < written.length(); at += Character.charCount(written.codePointAt(at))) {
            text.read(written.codePointAt(at), at);
        }
        return text;
    }

    /** Where the match stands in the text as it was written. */
    PhiFinding finding(PhiRule rule, MatchResult match) {
        int last = origins[match.end() - 1];
        int end = last + Character.charCount(written.codePointAt(last));
        return new PhiFinding(rule.kind(), rule.action(), origins[match.start()], end);
    }

    @Override
    public String toString() {
        return plain.toString();
    }

    private void read(int character, int at) {
        if (character < 0x80) {
            add(character == '`' ? '\'' : character, at);
        } else {
            var parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
            parts.codePoints().forEach(part -> readPart(part, at));
        }
    }

    private void readPart(int part, int at) {
        switch (Character.getType(part)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
            case Character.DASH_PUNCTUATION -> add('-', at);
            case Character.SPACE_SEPARATOR -> add(' ', at);
            case Character.DECIMAL_DIGIT_NUMBER -> add('0' + Character.digit(part, 10), at);
            default -> readLetter(part, at);
        }
    }

    private void readLetter(int part, int at) {
        switch (part) {
            case '\u2212' -> add('-', at);
            case '\u2018', '\u2019', '\u02bc', '\u00b4' -> add('\'', at);
            case 'ß' -> {
                add('s', at);
                add('s', at);
            }
            case 'ø' -> add('o', at);
            case 'Ø' -> add('O', at);
            case 'ł' -> add('l', at);
            case 'Ł' -> add('L', at);
            case 'æ' -> add('a', at);
            default -> add(part, at);
        }
    }

    private void add(int character, int at) {
        for (char unit : Character.toChars(character)) {
            if (plain.length() == origins.length) {
                origins = Arrays.copyOf(origins, 2 * origins.length);
            }
            origins[plain.length()] = at;
            plain.append(unit);
        }
    }
}
