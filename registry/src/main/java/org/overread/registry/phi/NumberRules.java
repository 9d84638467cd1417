package org.overread.registry.phi;

import static org.overread.registry.phi.PhiFinding.Action.BLOCK;
import static org.overread.registry.phi.PhiFinding.Action.WARN;
import static org.overread.registry.phi.PhiRule.rule;

import java.util.List;
import org.overread.registry.phi.PhiFinding.Action;

/** Numbers that a label says belong to a patient, to a case or to a document; and long numbers without a label. */
final class NumberRules {
    private static final String NUMBER =
            "(?:\\s{0,2}(?:n[or]s?\\b\\.?|num(?:ber)?\\b\\.?|nummer\\b|n[o°]\\.?|id\\b\\.?|#))";
    private static final String IS = "(?:\\s{0,2}(?:is|was|ist|war|lautet|est|es)\\b|\\s{0,2}[:=#(/\"-]){0,2}\\s{0,3}";
    /** At least five digits, letters in front, and spaces, points, strokes or dashes between. */
    private static final String VALUE = "(?<value>[A-Z]{0,4}[-/]?\\d(?:[ ./-]?\\d){4,14}+(?!\\d)[A-Z]?)\\b";

    private static final String DAY_OR_YEARS = "\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|(?:19|20)\\d\\d[/-](?:19|20)\\d\\d";
    private static final String GERMAN_NUMBER = "\\s?-?\\s?(?:nummer|nr\\b\\.?|id\\b|kennung|kennzahl)";

    private static final String RECORD = "(?:mrn|m\\.r\\.n\\.|m r n|mr\\s?#|crn|urn|uhid|empi|mpi|ipp|nhc"
            + "|med(?:ical)?\\.?[\\s-]{0,2}rec(?:ord)?s?\\.?-?"
            + "|(?:patient'?s?|pat\\.?|pt\\.?|hospital|hosp\\.?|chart|unit|clinic)\\s?" + NUMBER
            + "|(?:patient|pat|hospital)\\s?-?identifi(?:er|cation)|pid"
            + "|pat(?:ient(?:en)?)?\\.?" + GERMAN_NUMBER + "|(?:patient|pt)\\sref(?:erence)?\\.?" + "|patientnummer"
            + "|(?:numero|num\\.?|n[o°]\\.?)\\s{0,2}(?:de\\s|du\\s|d')?(?:patient|dossier|historia|paciente|expediente|cartella)"
            + "(?:\\s(?:medical|clinica))?"
            + "|historia\\sclinica|dossier\\smedical)";
    private static final String CASE =
            "(?:case|visit|encounter|admission|accession|specimen|claim|order|referral|episode|appointment"
                    + "|study|sample|csn|har|fin|fall|aufnahme|auftrags|proben|sejour)";
    private static final String ACCOUNT =
            "(?:acc(?:oun)?t|policy|member(?:ship)?|subscriber|beneficiary|insurance|insured|group|billing|invoice"
                    + "|health\\s?plan|medicaid|vers(?:icherungs)?|police|konto|rechnungs|certificate|licen[cs]e)\\.?";
    private static final String DOCUMENT =
            "(?:passport|reisepass|passeport|pasaporte|personalausweis|ausweis|id(?:entity)?\\scard"
                    + "|driv(?:ing|er'?s?)\\slicen[cs]e|fuhrerschein|permis(?:\\sde\\sconduire)?)";

    private NumberRules() {}

    static List<PhiRule> all() {
        return List.of(
                labelled(PhiKind.MRN, BLOCK, RECORD + NUMBER + "?"),
                rule(
                        PhiKind.MRN,
                        BLOCK,
                        "\\b(?:mrn|nhi)" + NUMBER + "?" + IS + "(?=(?:[A-Z-]{0,4}\\d){3})[A-Z0-9-]{5,14}\\b"),
                labelled(PhiKind.ACCOUNT, WARN, CASE + "(?:" + GERMAN_NUMBER + "|" + NUMBER + ")?")
                        .when(found -> !found.part("value").matches(DAY_OR_YEARS)),
                labelled(PhiKind.ACCOUNT, WARN, ACCOUNT + "(?:" + GERMAN_NUMBER + "|" + NUMBER + ")?")
                        .when(found -> !found.part("value").matches(DAY_OR_YEARS)),
                rule(
                        PhiKind.ACCOUNT,
                        BLOCK,
                        "\\b" + DOCUMENT + "(?:" + GERMAN_NUMBER + "|" + NUMBER + ")?" + IS
                                + "(?=[A-Z]{0,7}\\d)[A-Z0-9]{6,18}\\b"),
                rule(
                        PhiKind.NUMBER,
                        WARN,
                        "\\b(?:serial|s/n|device|implant|imei)" + NUMBER + "?" + IS
                                + "(?=[A-Z-]{0,6}\\d)[A-Z0-9-]{5,20}\\b"),
                rule(
                        PhiKind.NUMBER,
                        WARN,
                        "\\b(?:number\\splate|licen[cs]e\\splate|registration\\splate|kennzeichen|immatriculation)" + IS
                                + "[A-Z0-9][A-Z0-9 -]{3,10}\\b"),
                rule(
                                PhiKind.NUMBER,
                                WARN,
                                "(?:\\b(?:patient|pt|id|wristband|chart|record|no|nr)\\b\\.?|#)(?:-?nr\\.?|-?no\\.?)?"
                                        + IS + "[A-Z]{0,3}\\d{5,19}(?!\\d|[.,]\\d)")
                        .when(found -> !Surroundings.unitFollows(found) && !Surroundings.round(found.whole())),
                rule(PhiKind.NUMBER, WARN, "(?<!\\d)\\d{7,19}(?!\\d)")
                        .when(found -> Surroundings.apart(found)
                                && !Surroundings.measured(found)
                                && !Surroundings.refersToThing(found)
                                && !found.whole().endsWith("000")));
    }

    private static PhiRule labelled(PhiKind kind, Action action, String label) {
        return rule(kind, action, "(?<![A-Z])" + label + IS + VALUE).when(found -> !Surroundings.unitFollows(found));
    }
}
