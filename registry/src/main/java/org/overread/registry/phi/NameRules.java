package org.overread.registry.phi;

import static org.overread.registry.phi.PhiFinding.Action.BLOCK;
import static org.overread.registry.phi.PhiFinding.Action.WARN;
import static org.overread.registry.phi.PhiRule.exact;
import static org.overread.registry.phi.PhiRule.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.overread.registry.phi.PhiRule.Found;

/** Names of people, told by what stands before them or by being known as names. None but a labelled one is sure. */
final class NameRules {
    private static final String WORD = "\\p{Lu}[\\p{L}']{1,30}(?:-\\p{Lu}[\\p{L}']{1,30})?";
    private static final String SMALL_WORD = "[\\p{L}']{2,30}(?:-[\\p{L}']{2,30})?";
    private static final String PARTICLES =
            "(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Ll]a|[Ll]e|[Ee]l|[Bb]in|[Ii]bn|[Tt]en|[Tt]er|[Zz]u|[Aa]l-?)\\s){0,3}";
    private static final String INITIALS = "(?:\\p{Lu}\\.\\s?){0,3}";
    private static final String FIRST = "(?<first>" + WORD + ")";
    private static final String NAME =
            INITIALS + PARTICLES + FIRST + "(?:\\s(?:\\p{Lu}\\.?\\s)?" + PARTICLES + "(?<second>" + WORD + "))?";

    private static final String TITLES = "(?:(?:Dr|Prof|Professor|med|Sr|Sir|Doctor)\\.?\\s){0,3}";
    private static final String TITLE =
            "(?:Mr|Mrs|Ms|Miss|Mx|Mister|Missus|Sir|Dame|Lord|Lady|Master|Dr|Doctor|Prof|Professor|Herrn?|Hr\\.|Fr\\.|Frau|Fraulein|Monsieur|M\\.|Mme|Mlle"
                    + "|Madame|Mademoiselle|Sra?\\.?|Srta|[Ss]enor(?:a|ita)?|Don|Dona|[Ss]ignor[ae]?|Sig|Mevrouw|[Mm]evrouw|Mevr|Dhr|[Mm]eneer|[Ss]r\\.|[Ss]ra\\.)\\.?\\s{1,3}";
    private static final String PATIENT =
            "(?:[Pp]atient(?:in|e)?|PATIENT|[Pp]t|PT|[Pp]aciente|[Pp]aziente|[Cc]lient|[Rr]esident|[Cc]laimant|[Dd]efendant|[Ww]itness|[Nn]ext of kin|NOK|[Ss]igned|[Nn]urse"
                    + "|[Mm]other|[Ff]ather|[Mm]um|[Dd]ad|[Ww]ife|[Hh]usband|[Ss]on|[Dd]aughter|[Bb]rother|[Ss]ister|[Pp]artner|[Uu]ncle|[Aa]unt|[Cc]ousin|[Nn]eighbour|[Ff]riend|[Gg]randson|[Gg]randdaughter|[Ll]ittle|[Bb]aby"
                    + "|Sohn|Tochter|Mutter|Vater|Ehemann|Ehefrau|Bruder|Schwester|[Mm]ari|[Ff]emme|[Ff]ille|[Ff]ils|[Mm]ere|[Pp]ere|[Hh]ijo|[Hh]ija|[Ee]spos[oa]|[Mm]adre|[Pp]adre)";
    private static final String LINK =
            "(?:'s)?(?:\\s{0,2}[:,=])?\\s{1,3}(?:(?:is|was|[Nn]ame|[Nn]amed|[Cc]alled|of|von|de|d'|heisst|Mr|Mrs|Ms|Miss|Dr|NAME|IS)\\b[.:]?\\s{1,2}){0,3}";
    private static final String CALLED =
            "(?:named|called|known as|goes by|by the name of|heisst|namens|s'appelle|se llama|name is|name:|Name:|NAME IS|NAME:|is)";

    /** What people do, and what is named after them does not. */
    private static final String DEEDS =
            "said|says|refused|refuses|asked|asks|wants|told|reports|complains|denies|fell|lives|declined|was seen|was confused|is confused|has fallen|had a fall";

    private static final Pattern SHORT_FOR_SOMETHING = Pattern.compile(
            "ED|ER|OR|IV|OK|NG|CT|MR|US|ON|IN|AF|HF|DM|RA|MS|PE|MI|GI|IS|IF|NO|BP|HR|RR|UO|PO|PR|AS|AT|TO|WITH|DNR|NPO|ICU|CKD|HD|PD|TB|HIV|UTI|AKI|MRI|EKG|ECG|OT|SOB|NAD|AE|LP|LV|RV|BM|IM|SC|ID|NO|II|III|VS|NE|CP|PT|HX|RX|DX|CO");
    private static final Pattern NAMED_AFTER = Pattern.compile(
            "^(?:'s)?[\\s-](?:disease|syndrome|sign|test|score|scale|catheter|palsy|criteri\\w{1,3}|index|class\\w{0,10}|stage|grade|fracture|procedure|murmur|line|lines|tube|valve|manoeuvre|maneuver|lymphoma"
                    + "|anastomosis|splint|incision|drain|key|kappa|curves?|estimate|model|monitor|hump|cyst|crisis|operation|technique|position|reflex|hernia|ring|classification|phenomenon|node|nodes|law|body|bodies|cells?|stain|agar|forceps|clamp|pouch|triad|contracture|thyroiditis|oesophagus|esophagus|hospital|ward|unit|site|street|university|college|pilot)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile("^[\\s,:=]{0,3}\\d");
    private static final Pattern DOES = Pattern.compile("^\\s(?:" + DEEDS
            + "|did not|does not|will not|would not|cannot|came|left|attended|consented|agreed|arrived|called)\\b");
    private static final Pattern SPECIES = Pattern.compile(
            "\\p{Lu}\\.\\s?(?:[Cc]oli|[Aa]ureus|[Dd]ifficile|[Pp]ylori|[Pp]neumoniae|[Aa]eruginosa|[Ff]aecalis|[Ff]aecium|[Ee]pidermidis|[Aa]lbicans|[Aa]uris|[Cc]loacae|[Mm]irabilis|[Mm]arcescens|[Bb]aumannii|[Ff]umigatus|[Ii]nfluenzae|[Mm]eningitidis|[Pp]yogenes)\\b.*");

    private NameRules() {}

    static List<PhiRule> all() {
        return List.of(
                rule(
                                PhiKind.NAME,
                                BLOCK,
                                "\\b(?:patient'?s?\\s?name|name\\sof\\s(?:the\\s)?patient|pt\\.?\\sname|patientenname|name\\sdes\\spatienten|nom\\sdu\\spatient|nombre\\sdel\\spaciente"
                                        + "|surname|family\\sname|nachname|vorname|last\\sname|forename)\\s{0,2}[:=]\\s{0,2}(?<first>"
                                        + SMALL_WORD + ")(?:,?\\s(?<second>" + SMALL_WORD + "))?")
                        .when(found -> Lexicon.mayBeName(found.part("first"))
                                && Character.isUpperCase(found.part("first").charAt(0))),
                name("\\b" + TITLE + TITLES + NAME).when(NameRules::afterTitle),
                name("\\b(?:MR|MRS|MS|MISS|DR|HERR|FRAU)\\.?\\s(?<first>\\p{Lu}[\\p{Lu}'-]{2,30})\\b")
                        .when(found ->
                                Lexicon.mayBeName(found.part("first")) && !Lexicon.ordinary(found.part("first"))),
                name("\\b(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau)\\.?\\s\\p{Lu}\\.(?!\\p{L})"),
                name("\\b(?<title>mr|mrs|ms|miss|dr|herr|frau)\\.?\\s(?<first>[a-z][a-z'-]{2,30})\\b")
                        .when(NameRules::afterSmallTitle),
                name("\\b" + NAME
                                + "'s\\s(?:mother|father|wife|husband|son|daughter|brother|sister|partner|family|parents|carer|niece|nephew)\\b")
                        .when(found -> likely(found, "first")),
                name("\\b(?<first>" + WORD + "),\\s\\p{Lu}\\.(?!\\s?\\p{Ll})")
                        .when(found -> likely(found, "first") && !Lexicon.eponym(found.part("first"))),
                name("(?<!\\p{L})[\\p{Lu}&&[^A-Z]]\\p{Ll}{1,30}\\s\\p{Lu}\\p{Ll}{1,30}(?!\\p{L})"),
                name("(?<![\\p{L}'-])" + FIRST + "(?![\\p{L}-])(?=(?<does>\\s(?:" + DEEDS + ")\\b)?)")
                        .when(NameRules::familyAlone),
                name("\\b" + PATIENT + LINK + NAME).when(NameRules::afterPatient),
                name("\\b" + CALLED + "\\s{1,2}" + NAME).when(NameRules::afterCalled),
                name("\\b(?:with|by|told|asked|for|of|from|v|vs|re:?)\\s" + PARTICLES + FIRST + "\\s(?:\\p{Lu}\\.\\s)?"
                                + PARTICLES + "(?<second>" + WORD + ")")
                        .when(found -> likely(found, "first") && likely(found, "second") && !namedAfter(found)),
                name("\\b(?<first>" + WORD + "),\\s?(?<second>" + WORD + ")(?:\\s\\p{Lu}\\b\\.?)?")
                        .when(NameRules::familyFirst),
                name("\\b" + FIRST + "\\s(?:\\p{Lu}\\.?\\s)?" + PARTICLES + "(?<second>" + WORD + ")")
                        .when(NameRules::givenFirst),
                name("(?<![\\p{L}\\d'-])" + FIRST + "(?![\\p{L}\\d-])").when(NameRules::givenAlone),
                name("(?<![\\p{L}\\d.'-])(?:\\p{Lu}\\.\\s?){1,3}" + FIRST).when(NameRules::initialFirst),
                name("\\b(?<first>\\p{Lu}\\p{Ll}[\\p{L}'-]{1,30}),?\\s\\p{Lu}\\.(?=\\s|,|$)")
                        .when(found -> Lexicon.family(found.part("first")) && !Lexicon.eponym(found.part("first"))),
                rule(
                                PhiKind.NAME,
                                WARN,
                                "(?<![\\p{L}'-])(?<first>[a-z]{3,20}),?\\s(?<second>[a-z]{3,20})(?![\\p{L}'-])")
                        .when(NameRules::written),
                name("\\b(?:[Ii]nitials|INITIALS|[Pp]atient(?:in)?|[Pp]t)\\.?:?\\s\\p{Lu}\\.\\s?\\p{Lu}\\b\\.?"),
                name("\\b(?:(?:[Ii]nitials|INITIALS):?|[Pp]t|[Pp]atient)\\s(?<first>\\p{Lu}{2,3})(?=[,.;)]|$)")
                        .when(found -> !SHORT_FOR_SOMETHING
                                .matcher(found.part("first"))
                                .matches()));
    }

    private static PhiRule name(String form) {
        return exact(PhiKind.NAME, WARN, form);
    }

    private static boolean afterTitle(Found found) {
        return likely(found, "first") || Lexicon.family(found.part("first"));
    }

    private static boolean afterSmallTitle(Found found) {
        boolean sure = found.part("title").matches("mrs?");
        return sure
                ? likely(found, "first")
                : Lexicon.known(found.part("first")) && !Lexicon.ordinary(found.part("first"));
    }

    /** Not what it is named after, unless it does what people do. */
    private static boolean familyAlone(Found found) {
        var first = found.part("first");
        return Lexicon.family(first)
                && !Lexicon.ordinary(first)
                && !namedAfter(found)
                && (!found.part("does").isEmpty()
                        || !Lexicon.eponym(first) && !(Lexicon.perhapsGiven(first) && !Lexicon.given(first)));
    }

    /**
     * A name that is also an eponym is a name here, unless what is named after its bearer follows, or a number; one that is
     * hardly ever a family name must do what people do.
     */
    private static boolean afterPatient(Found found) {
        var first = found.part("first");
        boolean loud = first.equals(first.toUpperCase(Locale.ROOT));
        if (namedAfter(found)) {
            return false;
        }
        if (Lexicon.eponym(first)) {
            return Lexicon.family(first)
                    ? !MEASURED.matcher(found.after(20)).find()
                    : !loud
                            && !Lexicon.ordinary(first)
                            && DOES.matcher(found.after(20)).find();
        }
        return loud ? Lexicon.perhapsGiven(first) || Lexicon.family(first) : likely(found, "first");
    }

    private static boolean afterCalled(Found found) {
        boolean is = found.whole().startsWith("is ");
        return is ? Lexicon.given(found.part("first")) : afterPatient(found);
    }

    private static boolean familyFirst(Found found) {
        return (Lexicon.given(found.part("second"))
                        || Lexicon.perhapsGiven(found.part("second")) && Lexicon.family(found.part("first")))
                && !Lexicon.ordinary(found.part("first"))
                && !Lexicon.eponym(found.part("first"));
    }

    private static boolean givenFirst(Found found) {
        var second = found.part("second");
        boolean name = Lexicon.given(found.part("first"))
                ? Lexicon.mayBeName(second)
                : Lexicon.perhapsGiven(found.part("first")) && Lexicon.family(second);
        return name && !namedAfter(found) && !Lexicon.eponym(found.part("first"));
    }

    private static boolean givenAlone(Found found) {
        var first = found.part("first");
        return Lexicon.given(first) && !Lexicon.eponym(first) && !Lexicon.ordinary(first) && !namedAfter(found);
    }

    private static boolean initialFirst(Found found) {
        var first = found.part("first");
        boolean name = Lexicon.family(first) && !found.whole().startsWith("M.")
                || likely(found, "first") && !Lexicon.eponym(first);
        return name && !SPECIES.matcher(found.whole()).matches() && !namedAfter(found);
    }

    /** Two words, however they are written, of which one is a first name and the other a family name. */
    private static boolean written(Found found) {
        var one = found.part("first");
        var other = found.part("second");
        return (Lexicon.given(one) && Lexicon.family(other) || Lexicon.family(one) && Lexicon.given(other))
                && !Lexicon.ordinary(one)
                && !Lexicon.ordinary(other)
                && !namedAfter(found);
    }

    private static boolean likely(Found found, String part) {
        return Lexicon.mayBeName(found.part(part)) && !Lexicon.ordinary(found.part(part));
    }

    /** A disease, a sign, a street: named after somebody who is not meant. */
    private static boolean namedAfter(Found found) {
        return NAMED_AFTER.matcher(found.after(20)).find();
    }
}
