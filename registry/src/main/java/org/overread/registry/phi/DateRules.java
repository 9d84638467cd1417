package org.overread.registry.phi;

import static org.overread.registry.phi.PhiFinding.Action.BLOCK;
import static org.overread.registry.phi.PhiFinding.Action.WARN;
import static org.overread.registry.phi.PhiRule.exact;
import static org.overread.registry.phi.PhiRule.rule;

import java.util.List;
import java.util.regex.Pattern;

/** Days, which a date of birth makes sure, and ages that few people reach. A month with a year is no finding. */
final class DateRules {
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String YEAR = "(?:1[89]|20)\\d\\d";
    private static final String ANY_YEAR = "(?:" + YEAR + "|'?\\d\\d)(?!\\d)";
    private static final String ORDINAL = "(?:st|nd|rd|th|er|re|\\.|o|a|°)?";

    private static final String MONTH =
            "(?:jan(?:uary|uar|vier|uari)?|enero|gennaio|feb(?:ruary|ruar|brero|braio|ruari|rero)?|fevr(?:ier)?|fevereiro"
                    + "|mar(?:ch|zo|co|s)?|marz|maerz|mrz|maart|apr(?:il|ile)?|abr(?:il)?|avr(?:il)?|may|mai|mayo|maggio|mei|maio"
                    + "|june?|juni|juin|junio|giugno|junho|july?|juli|juillet|julio|luglio|julho|aug(?:ust|ustus)?|aout|ago(?:sto)?"
                    + "|sept?(?:ember|embre|iembre|tembre)?|settembre|setembro|oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|outubro"
                    + "|nov(?:ember|embre|iembre)?|dec(?:ember|embre)?|dez(?:ember)?|dic(?:iembre|embre)?)(?![a-z])\\.?";
    /** A month without a year, as a word that is written large and means nothing else. */
    private static final String LONE_MONTH =
            "(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)|Marz|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli"
                    + "|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Okt(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Dez(?:ember)?"
                    + "|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
                    + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
                    + "|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre)\\b\\.?";

    private static final String ORDINAL_WORD =
            "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
                    + "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
    private static final String SPELT = "(?<!\\d)" + DAY + ORDINAL + "\\s{0,2}[-./ ]?\\s?(?:of\\s|de\\s|di\\s)?" + MONTH
            + "\\s?[-,./ ]?\\s{0,2}(?:de\\s|del\\s|di\\s)?" + ANY_YEAR;
    private static final String SPELT_MONTH_FIRST =
            MONTH + "\\s{1,2}(?:the\\s)?" + DAY + "(?:st|nd|rd|th)?(?:\\s?,\\s?|\\s{1,2})" + ANY_YEAR;
    private static final String FIGURES = "(?<![\\d/]|\\d[.-])"
            + "(?<first>\\d{1,2})\\s?(?<gap>[./|_-])\\s?(?<second>\\d{1,2})\\s?\\k<gap>\\s?(?<year>" + ANY_YEAR
            + ")(?![./]?\\d|-\\d{1,4}+(?![./-]\\d))";
    private static final String YEAR_FIRST =
            "(?<![\\d/]|\\d[.-])" + YEAR + "\\s?([./-])\\s?(?:0?[1-9]|1[0-2])\\s?\\1\\s?" + DAY + "(?!\\d|[./-]\\d)";

    private static final String BIRTH =
            "(?:d\\.?\\s?o\\.?\\s?b\\.?|(?:date|day|year)\\s(?:of|at)\\sbirth|birth\\s?-?(?:date|day)|born|birth|(?<=^|\\s|\\()b\\."
                    + "|geb(?:oren|urtsdatum|urtstag)?\\.?(?:-?\\s?dat(?:um)?\\.?)?|nee?(?=\\sle)|date\\sde\\snaissance|naissance|ddn"
                    + "|nacid[oa]|nacimiento|f\\.?\\s?nac\\.?|fdn|nat[oa](?=\\s)|data\\sdi\\snascita|nascita|geboortedatum)";
    private static final String BIRTH_IS =
            "(?:\\s{0,2}(?:is|was|on|at|the|in|am|den|le|el|il|op|de|:|=|-|,|\\()){0,4}\\s{0,2}";
    private static final String WHOLE_DAY = "(?:\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?" + ANY_YEAR + "|" + YEAR
            + "\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?\\d{1,2}"
            + "|" + DAY + ORDINAL + "\\s{0,2}[-./ ]?\\s?(?:of\\s|de\\s|di\\s)?" + MONTH
            + "\\s?[-,./ ]?\\s{0,2}(?:de\\s|del\\s|di\\s)?" + ANY_YEAR + "|"
            + SPELT_MONTH_FIRST + ")";

    private static final String OVER_89 = "(?<![\\d.,/-])(?:9\\d|1[01]\\d)";
    private static final Pattern NO_DAY = Pattern.compile(
            "(?:apgar|vent|settings|version|release|v|ver|score|gcs|sizes?|grade|stage|clause|section|chapter|no|iso|mg|ml|ph)[\\s:=]{0,3}$",
            Pattern.CASE_INSENSITIVE);

    private DateRules() {}

    static List<PhiRule> all() {
        return List.of(
                birth("(?<![A-Z])" + BIRTH + BIRTH_IS + WHOLE_DAY + "(?!\\d)"),
                birth("\\b(?:d\\.?o\\.?b\\.?|ddn|geb(?:urtsdatum|\\.)?)" + BIRTH_IS + "(?:\\d{6}(?:\\d\\d)?|" + YEAR
                        + "\\s\\d{1,2}\\s\\d{1,2}|\\d{1,2}\\s\\d{1,2}\\s" + YEAR + ")(?!\\d)"),
                birth("(?<![\\w*])\\*\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?" + YEAR + "(?!\\d)"),
                date(SPELT),
                date("(?<![\\d.,/-])" + DAY + "\\s(?:0?[1-9]|1[0-2])\\s" + YEAR + "(?![\\d/-]|[.,]\\d)")
                        .when(found -> !Surroundings.measured(found)),
                date("(?<![\\d.,/-])" + DAY + "[./ -]{1,2}(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[./ -]{1,2}" + YEAR
                        + "(?!\\d)"),
                date("\\b(?:(?:twenty|thirty)[- ])?" + ORDINAL_WORD + "\\s(?:of\\s)?" + MONTH),
                date("\\b" + SPELT_MONTH_FIRST),
                date(FIGURES).when(DateRules::isDay),
                date(YEAR_FIRST),
                date("(?<![\\w.,/-])(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?![\\w/-]|[.,]\\d)")
                        .when(found -> !Surroundings.measured(found) && !Surroundings.refersToThing(found)),
                exact(
                        PhiKind.DATE,
                        WARN,
                        "(?<![\\d.,/-])" + DAY + ORDINAL + "\\s{0,2}(?:of\\s|de\\s)?" + LONE_MONTH + "(?!\\s?\\d)"),
                exact(
                                PhiKind.DATE,
                                WARN,
                                "\\b" + LONE_MONTH + "\\s(?:the\\s)?" + DAY + "(?:st|nd|rd|th)?(?![\\d%]|[.,:/-]\\d)")
                        .when(found -> !Surroundings.unitFollows(found)),
                date("\\b(?:admitted|discharged|admission|dated?|died|deceased|operated|entlassen|aufgenommen|operiert|am|vom|geb\\.?)"
                                + "\\s(?:on\\s|am\\s|of\\s)?(?:(?:0?[1-9]|1[0-2])/" + DAY + "|" + DAY
                                + "/(?:0?[1-9]|1[0-2])|" + DAY + "\\.\\s?(?:0?[1-9]|1[0-2])\\.)(?![\\d/])")
                        .when(found -> !Surroundings.unitFollows(found)),
                age("\\b(?:aged?|aet\\.?|alter|age\\sof|edad|age\\sde)[\\s:=]{1,3}" + OVER_89
                        + "(?!\\d|[.,]\\d|\\s?%)"),
                age(OVER_89
                        + "[\\s-]{0,2}(?:y\\.?\\s?/?\\s?o\\b\\.?|yrs?\\b|(?:years?|yrs?|yr\\.)[\\s-]{1,2}(?:old|of\\sage)|year-old|jahre?(?:\\salt)|jahrig"
                        + "|-?jahr\\w{0,6}|j\\.,|ans\\b|anos\\b|anni\\b|jaar\\b)"),
                exact(
                        PhiKind.AGE,
                        WARN,
                        OVER_89
                                + "(?:,?\\s?(?:F|M|[Ff]emale|[Mm]ale|[Ww]oman|[Mm]an|[Ll]ady|[Gg]entleman)|,\\s?[fm])\\b"),
                age(
                        "\\bninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?[- ]years?[- ](?:old|of\\sage)"));
    }

    private static PhiRule birth(String form) {
        return rule(PhiKind.BIRTH, BLOCK, form);
    }

    private static PhiRule date(String form) {
        return rule(PhiKind.DATE, WARN, form);
    }

    private static PhiRule age(String form) {
        return rule(PhiKind.AGE, WARN, form);
    }

    private static boolean isDay(PhiRule.Found found) {
        int first = Integer.parseInt(found.part("first"));
        int second = Integer.parseInt(found.part("second"));
        boolean wholeYear = found.part("year").length() == 4;
        boolean day = first >= 1 && second >= 1 && Math.max(first, second) <= 31 && Math.min(first, second) <= 12;
        boolean pointed = found.part("gap").equals(".");
        return day
                && (!pointed || wholeYear || second <= 12)
                && !NO_DAY.matcher(found.before(16)).find()
                && (wholeYear || !Surroundings.measured(found));
    }
}
