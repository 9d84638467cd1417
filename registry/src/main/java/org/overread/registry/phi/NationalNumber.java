package org.overread.registry.phi;

import static org.overread.registry.phi.CheckDigits.dayAndMonth;
import static org.overread.registry.phi.CheckDigits.digit;
import static org.overread.registry.phi.CheckDigits.modulo;
import static org.overread.registry.phi.CheckDigits.weighted;
import static org.overread.registry.phi.PhiFinding.Action.BLOCK;
import static org.overread.registry.phi.PhiFinding.Action.WARN;
import static org.overread.registry.phi.Surroundings.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.overread.registry.phi.PhiFinding.Action;

/**
 * Numbers that states and insurers give people. With a label each is sure; without one, where its form and check digits
 * fit few other numbers, and else it is pointed out.
 */
enum NationalNumber {
    US_SSN("(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}", BLOCK, whole -> true),
    US_SSN_SPACED("(?!000|666|9\\d\\d)\\d{3} (?!00)\\d{2} (?!0000)\\d{4}", WARN, whole -> !Surroundings.round(whole)),
    US_MEDICARE(
            "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2}",
            BLOCK, whole -> true),
    /** Ten digits, weights 10 to 2, modulo 11; one in eleven numbers fits by chance. */
    UK_NHS("\\d{3}[ -]\\d{3}[ -]\\d{4}", WARN, whole -> nhs(digits(whole))),
    UK_INSURANCE(
            "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]",
            BLOCK, whole -> true),
    GERMAN_INSURED("[A-Z]\\d{9}", BLOCK, NationalNumber::germanInsured),
    SWISS("756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}", BLOCK, whole -> CheckDigits.ean13(digits(whole))),
    AUSTRIAN("\\d{4} ?\\d{6}", WARN, whole -> austrian(digits(whole))),
    FRENCH(
            "[12] ?\\d{2} ?(?:0\\d|1[0-2]|[2-9]\\d) ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{2}",
            BLOCK, whole -> french(digits(whole))),
    DUTCH("\\d{9}", WARN, whole -> weighted(whole, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0),
    BELGIAN("\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}", BLOCK, whole -> belgian(digits(whole))),
    SPANISH("(?:[XYZ]-?\\d{7}|\\d{8})-?[A-HJ-NP-TV-Z]", BLOCK, NationalNumber::spanish),
    ITALIAN("[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]", BLOCK, whole -> true),
    POLISH("\\d{11}", BLOCK, NationalNumber::polish),
    SWEDISH("(?:19|20)?\\d{6}[-+]\\d{4}", BLOCK, whole -> swedish(digits(whole))),
    DANISH("(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}-\\d{4}", WARN, whole -> true),
    NORWEGIAN("\\d{6} ?\\d{5}", BLOCK, whole -> norwegian(digits(whole))),
    FINNISH("\\d{6}[-+A]\\d{3}[0-9A-FHJ-NPR-Y]", BLOCK, NationalNumber::finnish),
    BRAZILIAN("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}", BLOCK, whole -> brazilian(digits(whole))),
    INDIAN("[2-9]\\d{3} \\d{4} \\d{4}", WARN, whole -> CheckDigits.verhoeff(digits(whole))),
    CANADIAN(
            "\\d{3}[ -]\\d{3}[ -]\\d{3}", WARN, whole -> CheckDigits.luhn(digits(whole)) && !Surroundings.round(whole)),
    BANK_ACCOUNT(
            "[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?",
            BLOCK, whole -> CheckDigits.iban(whole.replace(" ", ""))),
    BANK_CARD("[3-6]\\d{3}([ -]?)\\d{4}\\1\\d{4}\\1\\d{4}", BLOCK, whole -> CheckDigits.luhn(digits(whole)));

    private static final String LABEL =
            "(?:ssn|s\\.s\\.n\\.|health\\scard|ss\\s?#|social\\ssecurity|soc\\.?\\ssec\\.?|nhs|nino|national\\sinsurance|ohip|medicare|mbi|ihi"
                    + "|kvnr|kranken(?:versicherten|versicherungs|kassen)|versicherten|rentenversicherungs|sozialversicherungs|rvnr|svnr|ahv"
                    + "|insee|secu(?:rite\\ssociale)?|bsn|burgerservice|rijksregister|niss|codice\\sfiscale|pesel|cpf"
                    + "|personnummer|fodselsnummer|hetu|henkilotunnus|aadhaar|steuer-?id)";
    /** Labels that mean something else as well: resuscitation, kilovolts, stroke volume. */
    private static final String DOUBTFUL =
            "(?:ni|chi|sin|kv|sv|avs|nir|dni|nie|nif|nss|c\\.f\\.|cpr|person|fodsels|pps|steuer|tax)";

    private static final String NUMBER = "(?:\\s?-?(?:n[or]\\b\\.?|num(?:ber)?\\b|nummer\\b|id\\b|code\\b|#))";
    private static final String IS = "(?:\\s{0,2}(?:is|was|ist|est|es)\\b|\\s{0,2}[:=#(-]){0,2}\\s{0,3}";
    private static final String VALUE =
            "[A-Z]{0,6}[ -]?\\d(?:[ ./-]{0,2}[A-Z]{0,3}\\d){5,17}+(?:-?[A-Z]{1,2}| [A-Z])?\\b";

    private static final String COMPACT = "(?:[A-Z]{0,2}\\d{7,13}[A-Z]?|\\d{6}[-+A]\\d{4})\\b";
    private static final Pattern YEARS =
            Pattern.compile(".*?(?:(?:19|20)\\d\\d[ /-]?){2,5}|.*?(?:19|20)\\d\\d[/-]\\d{1,2}[/-]\\d{1,2}");

    private final String form;
    private final Action action;
    private final Predicate<String> holds;

    NationalNumber(String form, Action action, Predicate<String> holds) {
        this.form = form;
        this.action = action;
        this.holds = holds;
    }

    static List<PhiRule> rules() {
        var rules = new ArrayList<PhiRule>();
        rules.add(PhiRule.rule(PhiKind.NATIONAL, BLOCK, "(?<![A-Z])" + LABEL + NUMBER + "{0,2}" + IS + VALUE)
                .when(NationalNumber::noQuantity));
        rules.add(PhiRule.rule(PhiKind.NATIONAL, BLOCK, "(?<![A-Z])" + DOUBTFUL + NUMBER + "{1,2}" + IS + VALUE)
                .when(NationalNumber::noQuantity));
        rules.add(PhiRule.rule(
                        PhiKind.NATIONAL,
                        BLOCK,
                        "\\b(?:" + DOUBTFUL + IS + COMPACT + "|sin" + IS + "\\d{3}[ -]\\d{3}[ -]\\d{3}\\b)")
                .when(NationalNumber::noQuantity));
        for (var number : values()) {
            rules.add(number.alone());
        }
        return rules;
    }

    private PhiRule alone() {
        boolean bank = this == BANK_ACCOUNT || this == BANK_CARD;
        return PhiRule.exact(
                        bank ? PhiKind.ACCOUNT : PhiKind.NATIONAL,
                        action,
                        "(?<![\\w.,/-])" + form + "(?![\\w]|[./-]\\d)")
                .when(found -> holds.test(found.whole()) && !Surroundings.measured(found));
    }

    private static boolean noQuantity(PhiRule.Found found) {
        return !Surroundings.unitFollows(found)
                && !YEARS.matcher(found.whole()).matches()
                && !Surroundings.round(found.whole().replaceAll("^[^0-9]+", ""));
    }

    private static boolean nhs(String digits) {
        int check = 11 - weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check % 11 == digit(digits, 9) && !digits.endsWith("00");
    }

    /** The letter as two digits, then weights 1 and 2 in turn with the digits of each product added, modulo 10. */
    private static boolean germanInsured(String whole) {
        int letter = whole.charAt(0) - 'A' + 1;
        var digits = "%02d%s".formatted(letter, whole.substring(1));
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int product = digit(digits, i) * (i % 2 == 0 ? 1 : 2);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digit(digits, 10);
    }

    private static boolean austrian(String digits) {
        return weighted(digits, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(digits, 3)
                && dayAndMonth(digits.substring(4, 6), digits.substring(6, 8));
    }

    private static boolean french(String digits) {
        return 97 - modulo(digits.substring(0, 13), 97) == Integer.parseInt(digits.substring(13));
    }

    private static boolean belgian(String digits) {
        int check = Integer.parseInt(digits.substring(9));
        var number = digits.substring(0, 9);
        return 97 - modulo(number, 97) == check || 97 - modulo("2" + number, 97) == check;
    }

    private static boolean spanish(String whole) {
        char last = whole.charAt(whole.length() - 1);
        var number =
                digits(whole.replaceFirst("^X", "0").replaceFirst("^Y", "1").replaceFirst("^Z", "2"));
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(modulo(number, 23)) == last;
    }

    private static boolean polish(String digits) {
        int month = Integer.parseInt(digits.substring(2, 4)) % 20;
        return weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0
                && dayAndMonth(digits.substring(4, 6), "%02d".formatted(month));
    }

    private static boolean swedish(String digits) {
        var ten = digits.substring(digits.length() - 10);
        int day = Integer.parseInt(ten.substring(4, 6));
        return CheckDigits.luhn(ten) && dayAndMonth("%02d".formatted(day > 60 ? day - 60 : day), ten.substring(2, 4));
    }

    private static boolean norwegian(String digits) {
        return dayAndMonth(digits.substring(0, 2), digits.substring(2, 4))
                && weighted(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    private static boolean finnish(String whole) {
        var number = whole.substring(0, 6) + whole.substring(7, 10);
        return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(modulo(number, 31)) == whole.charAt(10)
                && dayAndMonth(whole.substring(0, 2), whole.substring(2, 4));
    }

    private static boolean brazilian(String digits) {
        return weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(digits, 9)
                && weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(digits, 10);
    }
}
