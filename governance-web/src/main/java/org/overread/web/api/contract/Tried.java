package org.overread.web.api.contract;

import java.util.Locale;
import java.util.regex.Pattern;

/** A call as something that somebody did or tried, in words made of what the contract says of it. */
public final class Tried {
    private static final Pattern ASIDE = Pattern.compile("[,;.:].*");
    private static final Pattern HUMP = Pattern.compile("(?=\\p{Lu})");

    private Tried() {}

    /**
     * To follow "tried to", such as {@code read the models the caller may see} or {@code register a model}.
     *
     * @param reading whether the call only reads
     */
    public static String words(Operation operation, boolean reading) {
        var said = ASIDE.matcher(operation.says()).replaceFirst("");
        var phrase = said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
        if (reading) {
            return "read " + phrase;
        }
        var deed = HUMP.matcher(operation.id()).replaceAll(" ").toLowerCase(Locale.ROOT);
        var verb = deed.replaceFirst(" .*", "");
        return phrase.startsWith(verb + " ") ? phrase : deed + " (" + phrase + ")";
    }
}
