package org.overread.registry.phi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which words are names of people, which are named after people, and which are neither. Capitals do not matter. */
final class Lexicon {
    /** First names that mean nothing else. */
    private static final Set<String> GIVEN = words("given-names");
    /** First names that are ordinary words, places or family names, too. */
    private static final Set<String> DOUBTFUL = words("given-names-doubtful");

    private static final Set<String> FAMILY = words("family-names");
    private static final Set<String> EPONYMS = words("eponyms");
    private static final Set<String> ORDINARY = words("ordinary-words");

    private static final Pattern ORDINARY_FORM = Pattern.compile(
            ".*(?:[^aeiou]ed|ing|tion|sion|ment|ness|ity|itis|osis|emia|aemia|uria|pathy|ectomy|ology|graphy|scopy|gram|plasty|otomy|ostomy|penia"
                    + "|ical|ously|ally|able|ible|ous|ful|less|cillin|mycin|azole|statin|pril|sartan|olol|mab|parin|oid|genic|ism|ile|ive|tic|nic|mic|xic|cal|nal|ral|ual|ient|tent|dent|zyten|ung|heit|keit|schaft|ieren)");
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]|[^\\x00-\\x7f]");

    private Lexicon() {}

    /** Whether the word, where a name may stand, is one: no ordinary word, no abbreviation, and named after nobody. */
    static boolean mayBeName(String word) {
        var small = small(word);
        if (known(small)) {
            return !EPONYMS.contains(small) || FAMILY.contains(small);
        }
        boolean shortCapitals = word.length() <= 4 && word.equals(word.toUpperCase(Locale.ROOT));
        return !shortCapitals && VOWEL.matcher(small).find() && !EPONYMS.contains(small) && !ordinary(small);
    }

    /** Whether it is the name of somebody, known as such. */
    static boolean known(String word) {
        var small = small(word);
        return GIVEN.contains(small) || DOUBTFUL.contains(small) || FAMILY.contains(small);
    }

    /** A first name that means nothing else. */
    static boolean given(String word) {
        return GIVEN.contains(small(word));
    }

    /** A first name, though it may mean something else. */
    static boolean perhapsGiven(String word) {
        return given(word) || DOUBTFUL.contains(small(word));
    }

    static boolean family(String word) {
        var small = small(word);
        return FAMILY.contains(small) || small.contains("-") && FAMILY.contains(small.replaceAll("-.*", ""));
    }

    /** Whether diseases, signs or devices are called by it. */
    static boolean eponym(String word) {
        return EPONYMS.contains(small(word));
    }

    static boolean ordinary(String word) {
        var small = small(word);
        return ORDINARY.contains(small)
                || !known(small) && ORDINARY_FORM.matcher(small).matches();
    }

    static boolean mayBePlace(String word) {
        return !ordinary(word) && !small(word).endsWith("s");
    }

    private static String small(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        return small.endsWith("'s") ? small.substring(0, small.length() - 2) : small;
    }

    private static Set<String> words(String list) {
        var name = list + ".txt";
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(Pattern.compile("\\s+")::splitAsStream)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
