package org.overread.registry.phi;

import static org.overread.registry.phi.PhiFinding.Action.BLOCK;
import static org.overread.registry.phi.PhiFinding.Action.WARN;
import static org.overread.registry.phi.PhiRule.rule;
import static org.overread.registry.phi.Surroundings.digits;

import java.util.List;
import java.util.regex.Pattern;
import org.overread.registry.phi.PhiFinding.Action;

/** Telephone numbers: sure by a label, a country's code or a form that is used for nothing else. */
final class PhoneRules {
    private static final String CALL =
            "(?:tel(?:ephone|efon|efono|efoon)?(?:-?nummer)?|tele|ph(?:one)?|mob(?:ile|il)?|cell(?:phone)?(?=\\s?(?:phone|no|number|:|\\+|\\(|\\d{3}[ .-]\\d{3}[ .-]\\d{4}))|movil|portable|handy|fon|tfno|tf|fax|pager|bleep"
                    + "|call(?:ed)?|ring|dial|text(?:ed)?|whatsapp|sms|rufnummer|reach(?:ed|able)?|contact|her\\snumber|his\\snumber|their\\snumber)\\b\\.?";
    private static final String CALL_WORDS =
            "(?:\\s{0,2}(?:no|nr|number|nummer|is|was|at|on|her|him|them|me|us|his|the|wife|home|work|mobile|under|unter|:|=|#|-|/)\\b\\.?|\\s{0,2}[:=#(]){0,4}\\s{0,3}";
    private static final String CALLED = "(?<number>[+(]?\\d(?:[ ()./-]{0,3}\\d){5,14}+)(?!\\w|[.,:]\\d)";

    /** Times, years, days, and the acidity of blood. */
    private static final Pattern NO_NUMBER =
            Pattern.compile("(?:(?:[01]?\\d|2[0-3])[.]?[0-5]\\d[ -]){1,5}(?:[01]?\\d|2[0-3])[.]?[0-5]\\d"
                    + "|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|(?:(?:19|20)\\d\\d[ /-]?){2,4}|[67]\\.\\d{1,2} .*");

    private static final String NORTH_AMERICAN = "(?<![\\w.,/-])(?:\\+?1[ .-]?)?";

    private PhoneRules() {}

    static List<PhiRule> all() {
        return List.of(
                phone(BLOCK, "\\b" + CALL + CALL_WORDS + CALLED)
                        .when(found -> !Surroundings.unitFollows(found)
                                && !NO_NUMBER.matcher(found.part("number")).matches()),
                phone(BLOCK, "(?<!\\w)[TPMF]:\\s{0,2}(?=[+(0])" + CALLED)
                        .when(found -> digits(found.whole()).length() >= 8),
                phone(BLOCK, "(?<![\\w+])\\+\\s?[1-9](?:[ ()./-]{0,3}\\d){7,14}+(?!\\d)")
                        .when(found -> !Surroundings.unitFollows(found)),
                phone(BLOCK, "(?<![\\w.,/-])00[1-9]\\d{0,2}[ ./-](?:[ ()./-]{0,3}\\d){7,12}+(?!\\d)"),
                phone(
                                BLOCK,
                                NORTH_AMERICAN
                                        + "(?:\\([2-9]\\d{2}\\)\\s?[2-9]\\d{2}[ .-]|[2-9]\\d{2}-[2-9]\\d{2}-)\\d{4}(?![\\w-])")
                        .when(found -> !Surroundings.measured(found) && !Surroundings.round(found.whole())),
                phone(WARN, NORTH_AMERICAN + "[2-9]\\d{2}([ ./-])[2-9]\\d{2}[ .-]\\d{4}(?![\\w-]|[.,]\\d)")
                        .when(found -> !Surroundings.measured(found)),
                phone(WARN, "(?<![\\w.,/:+-])[2-9]\\d{2}-\\d{4}(?![\\w/-]|[.,]\\d)")
                        .when(found -> !Surroundings.measured(found) && !Surroundings.round(found.whole())),
                phone(WARN, "(?<![\\w.,/:+-])\\(?0\\d(?:[ ./-]\\d\\d){4}(?![\\w-]|[.,]\\d)"),
                phone(
                                WARN,
                                "(?<![\\w.,/:+-])(?<!\\d )\\(?0\\d{2,5}\\)?[ /-]{1,3}\\d{3,8}(?:[ -]\\d{2,5}){0,2}(?![\\w-]|[.,]\\d| \\d)")
                        .when(found -> digits(found.whole()).length() >= 9
                                && !Surroundings.measured(found)
                                && !found.whole()
                                        .matches("(?:[01]\\d|2[0-3])[0-5]\\d(?:[ -](?:[01]\\d|2[0-3])[0-5]\\d){1,4}")));
    }

    private static PhiRule phone(Action action, String form) {
        return rule(PhiKind.PHONE, action, form);
    }
}
