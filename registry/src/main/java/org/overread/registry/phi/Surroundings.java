package org.overread.registry.phi;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;
import org.overread.registry.phi.PhiRule.Found;

/** What stands around a number and says that it counts or measures something, or names something that is no person. */
final class Surroundings {
    private static final Pattern UNIT = Pattern.compile(
            "\\s{0,2}-?(?:%|(?:units?|i\\.?u\\.?|i\\.?e\\.?|u|m?l|dl|cl|[mun]?g|k?g|mcg|ug|ng|pg|kda|m?mol|umol|nmol|meq|mval"
                    + "|mm|cm|m|km|mmhg|kpa|bpm|kv|mgy|gy|bq|mbq|min|mins|minutes?|h|hrs?|hours?|d|days?|tage?n?|wks?|weeks?|wochen?"
                    + "|months?|monate?n?|years?|yrs?|jahre?n?|times?|x|mal|puffs?|tabs?|tablets?|drops?|bags?|copies|cells|cfu|kopien"
                    + "|cases|events|rows|lines|patients|encounters|stays|records|predictions|admissions|visits|outputs|cards|alerts"
                    + "|images|studies|tokens|steps|parameters|samples|draws|persons?|people|beds|kcal|kj|cal|euros?|eur|usd|dollars?)"
                    + "(?![a-z]))",
            CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile(
            "(?:platelets?|plts?|thrombo\\w{0,8}|wbc|leuko\\w{0,8}|leuco\\w{0,8}|rbc|hb|hgb|crp|ck|ldh|ferritin|troponin|bnp|creatinine?|krea\\w{0,6}"
                    + "|lactate?|laktat|glucose|bolus(?:es)?|bags|doses?|dosis|rates?|volumes?|flows?|counts?|values?|obs(?:ervations)?|peak"
                    + "|pressures?|weights?|urine|drain\\w{0,4}|titre|titer|hcg|psa|tsh|apgar|gcs|scores?|sizes?|n|of|load|balance)"
                    + "[\\s:=,(]{1,3}(?:(?:at|is|was|of|were)\\s)?$",
            CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:pmid|pmcid|doi|nct|isrctn|eudract|arxiv|isbn|issn|snomed|sctid|loinc|rxnorm|rxcui|ndc|atc|umls|icd|orpha|omim|seed|build"
                    + "|version|release|releases|v|ver|commit|revision|rev|port|run|ticket|issue|iso|iec|din|en|section|clause|article"
                    + "|regulation|cfr|model|batch|lot)[\\s:#=.,(-]{0,3}(?:(?:no|nr|number|code|ct|id)[\\s:.#]{1,2})?$",
            CASE_INSENSITIVE);

    private Surroundings() {}

    /** Whether a unit, or what is counted, follows. */
    static boolean unitFollows(Found found) {
        return UNIT.matcher(found.after(16)).lookingAt();
    }

    /** Whether the number is a quantity, by the unit behind it or by the word before it. */
    static boolean measured(Found found) {
        return unitFollows(found) || MEASURED.matcher(found.before(24)).find();
    }

    /** Whether the number names a paper, a code, a release or another thing that everybody may know. */
    static boolean refersToThing(Found found) {
        return REFERENCE.matcher(found.before(24)).find();
    }

    /** Whether a number stands alone: nothing that would make it a part of a longer one touches it. */
    static boolean apart(Found found) {
        var before = found.before(2);
        var after = found.after(2);
        return !before.matches("(?s).?[\\w/+*^-]|\\d[.,]") && !after.matches("(?s)[\\w/*^-].?|[.,:]\\d");
    }

    static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** Whether every group of digits ends in a nought, as amounts do and numbers of people rarely. */
    static boolean round(String number) {
        return Pattern.compile("[^0-9]+").splitAsStream(number).allMatch(group -> group.endsWith("0"));
    }
}
