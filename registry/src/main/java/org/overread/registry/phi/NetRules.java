package org.overread.registry.phi;

import static org.overread.registry.phi.PhiFinding.Action.BLOCK;
import static org.overread.registry.phi.PhiFinding.Action.WARN;
import static org.overread.registry.phi.PhiRule.rule;

import java.util.List;
import org.overread.registry.phi.PhiFinding.Action;

/** E-mail, the web and the network. */
final class NetRules {
    private NetRules() {}

    static List<PhiRule> all() {
        return List.of(
                email(BLOCK, "(?<![\\w.+-])[\\w.+%'-]{1,64}\\s?@\\s?(?:[\\p{L}\\d-]{1,63}\\.){1,6}[\\p{L}]{2,24}\\b")
                        .when(found -> !found.whole().contains(" ")
                                || found.whole().matches("(?s)\\S{0,64}[a-z][._]\\S{1,64}\\s?@.*")),
                email(
                                BLOCK,
                                "(?<![\\w.+-])[\\w.+-]{1,64}(?:\\sdot\\s[\\w-]{1,40}){0,3}\\s?(?:\\(at\\)|\\[at\\]|\\{at\\}|\\sat\\s)\\s?[\\w-]{1,63}"
                                        + "(?:(?:\\s?(?:\\(dot\\)|\\[dot\\])\\s?|\\sdot\\s)[\\w-]{1,63}|\\.[\\w-]{1,63}){1,5}")
                        .when(found -> !found.whole().matches("(?s).*\\sat\\s.*")
                                || found.whole().contains(" dot ")),
                email(
                        WARN,
                        "(?<![\\w.+-])[\\w+-]{1,40}[._][\\w.+-]{1,40}\\sat\\s(?:[\\w-]{1,63}\\.){1,4}[a-z]{2,12}\\b"),
                web("\\b(?:https?|ftps?)://[^\\s<>\"]{1,2000}|\\bwww\\.[\\w-]{1,63}\\.[^\\s<>\"]{1,2000}"),
                web(
                        "(?<![\\w@.-])(?:[\\w-]{1,63}\\.){1,4}(?:com|org|net|info|io|me|eu|de|uk|fr|es|it|ch|at|nl)/[\\w@%~][^\\s<>\"]{0,2000}"),
                web("(?<![\\w.@])@[a-z][\\w.]{2,29}\\b"),
                web("(?<![\\w.-])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\w]|\\.\\d)")
                        .when(found -> !Surroundings.refersToThing(found)),
                web("(?<![\\w:])(?:[0-9a-f]{1,4}:){2,7}:?(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![\\w:])")
                        .when(found -> found.whole().contains("::")
                                || found.whole().chars().filter(c -> c == ':').count() == 7));
    }

    private static PhiRule email(Action action, String form) {
        return rule(PhiKind.EMAIL, action, form);
    }

    private static PhiRule web(String form) {
        return rule(PhiKind.WEB, WARN, form);
    }
}
