package org.overread.registry.phi;

import static org.overread.registry.phi.PhiFinding.Action.WARN;
import static org.overread.registry.phi.PhiRule.exact;
import static org.overread.registry.phi.PhiRule.rule;

import java.util.List;

/** Where somebody lives; never sure, since hospitals and companies have addresses, too. */
final class AddressRules {
    private static final String STREET_END =
            "(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Drive|Dr|Ct|Court|Way|Close|Crescent|Terrace|Place|Pl|Square|Sq|Gardens|Grove|Hill|Mews|Row|Highway|Hwy"
                    + "|STREET|AVENUE|ROAD|LANE|DRIVE|COURT|WAY|CLOSE|ST|AVE|RD)\\b";

    private AddressRules() {}

    static List<PhiRule> all() {
        return List.of(
                exactly("(?<![\\d.,/])\\d{1,5}[A-Za-z]?,?\\s(?:(?:[NSEW]\\.?|\\p{Lu}[\\p{L}.']{1,30})\\s){1,4}"
                        + STREET_END),
                address(
                        "\\b[\\p{L}-]{2,40}(?:strasse|str\\.|gasse|allee|platz|weg(?!en)|straat|laan)\\s\\d{1,4}\\s?[a-z]?\\b"),
                exactly(
                        "\\b(?:Am|An der|An den|Auf der|Im|In der|Zum|Zur)\\s\\p{Lu}\\p{Ll}{2,30}\\s\\d{1,4}[a-z]?(?=,|\\s\\d{5}\\b)"),
                address(
                        "\\b\\d{1,4}\\s?(?:bis|ter)?,?\\s(?:rue|avenue|boulevard|chemin|impasse|quai|allee)\\s[\\p{L}' -]{3,40}"),
                exactly(
                        "\\b(?:[Cc]alle|[Aa]venida|[Aa]vda\\.|[Pp]laza|[Pp]aseo|[Vv]ia|[Vv]iale|[Pp]iazza|[Rr]ua)\\s(?:\\p{L}{1,3}\\s){0,3}\\p{Lu}[\\p{L} ]{2,40},?\\s\\d{1,4}\\b"),
                address("\\b(?:P\\.?\\s?O\\.?\\sBox|Postfach|apartado|apt\\.?|apartment)\\s\\d{1,6}[a-z]?\\b"),
                exactly(
                        "\\b(?:GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d|[A-HK-Y]\\d\\d|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRVWXY]) \\d[ABD-HJLNP-UW-Z]{2})\\b"),
                exactly(
                                "\\b(?:A[LKZR]|C[AOT]|DE|DC|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\\s\\d{5}(?:-\\d{4})?\\b")
                        .when(found -> !Surroundings.unitFollows(found)),
                address(
                        "\\b(?:zip(?:\\scode)?|post\\s?code|postal\\scode|plz|postleitzahl|code\\spostal)[\\s:]{1,3}(?=[A-Z -]{0,3}\\d)[A-Z\\d][A-Z\\d -]{2,8}\\b"),
                address("(?<![\\w.,/+-])\\d{5}-\\d{4}(?![\\w-])"),
                exactly("(?<![\\w.,/+-])(?:D-|A-|CH-|F-)?\\d{4,5}\\s\\p{Lu}\\p{Ll}{2,20}\\b")
                        .when(found -> found.whole().matches("(?:D|A|CH|F)-.*|\\d{5} .*")
                                && Lexicon.mayBePlace(found.whole().replaceAll(".* ", ""))
                                && !Surroundings.unitFollows(found)));
    }

    private static PhiRule address(String form) {
        return rule(PhiKind.ADDRESS, WARN, form);
    }

    private static PhiRule exactly(String form) {
        return exact(PhiKind.ADDRESS, WARN, form);
    }
}
