package org.overread.registry.phi;

import java.util.regex.Pattern;

/**
 * The identifiers that can be told by their form, after the list of 45 CFR 164.514(b)(2). What is told for sure is
 * blocked; what may be harmless is only pointed out.
 */
public enum PhiKind {
    SSN("a social security number", Action.BLOCK, "\\b(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}\\b", 0),
    MRN(
            "a medical record number",
            Action.BLOCK,
            "\\b(?:MRN|M\\.R\\.N\\.|MR#|med(?:ical)?\\s*rec(?:ord)?(?:\\s*(?:no|num|number|#))?)\\s*[:#=]?\\s*"
                    + "[A-Z]{0,3}-?\\d{5,12}\\b",
            Pattern.CASE_INSENSITIVE),
    MBI(
            "a Medicare number",
            Action.BLOCK,
            "\\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d[AC-HJKMNP-RT-Y]{2}"
                    + "\\d{2}\\b",
            0),
    DOB(
            "a date of birth",
            Action.BLOCK,
            "\\b(?:DOB|D\\.O\\.B\\.|date\\s+of\\s+birth|born(?:\\s+on)?)(?!\\w)\\s*[:=]?\\s*\\d[\\d/.-]{3,9}",
            Pattern.CASE_INSENSITIVE),
    EMAIL(
            "an e-mail address",
            Action.BLOCK,
            "\\b[A-Z0-9._%+-]+@[A-Z0-9.-]+\\.[A-Z]{2,24}\\b",
            Pattern.CASE_INSENSITIVE),
    PHONE(
            "a telephone number",
            Action.BLOCK,
            "(?<![\\d.-])(?:\\+?1[\\s.-]?)?(?:\\([2-9]\\d{2}\\)\\s?|[2-9]\\d{2}[\\s.-])[2-9]\\d{2}[\\s.-]\\d{4}(?![\\d-])",
            0),
    ACCT(
            "an account or visit number",
            Action.WARN,
            "\\b(?:acct|account|member|policy|subscriber|medicare|medicaid|CSN|HAR|FIN|encounter|visit)\\s*"
                    + "(?:id|no|num|number|#)?\\s*[:#=]?\\s*(?=[A-Z0-9-]*\\d)[A-Z0-9-]{6,15}\\b",
            Pattern.CASE_INSENSITIVE),
    NAME_REL(
            "the name of a patient or relative",
            Action.WARN,
            "\\b(?:[Pp]atient|[Pp]t|[Mm]other|[Ff]ather|[Ww]ife|[Hh]usband|[Ss]on|[Dd]aughter)(?:'s)?\\s+"
                    + "(?:(?:is|was)\\s+)?(?:named|name\\s*(?:is|:))\\s+\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)?",
            0),
    NAME_TITLE(
            "a name",
            Action.WARN,
            "\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\\.?\\s+\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)?",
            0),
    STREET(
            "a street address",
            Action.WARN,
            "\\b\\d{1,6}\\s+(?:\\p{Lu}[\\p{L}.]+\\s){1,4}"
                    + "(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Drive|Ct|Court|Way)\\b",
            0),
    ZIP("a ZIP code", Action.WARN, "\\b[A-Z]{2}\\s+\\d{5}(?:-\\d{4})?\\b|\\b\\d{5}-\\d{4}\\b", 0),
    DATE_NUM("a date", Action.WARN, "\\b(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\\d|3[01])[/-](?:19|20)?\\d{2}\\b", 0),
    DATE_ISO("a date", Action.WARN, "\\b(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b", 0),
    AGE90(
            "an age over 89",
            Action.WARN,
            "\\b(?:9\\d|1[01]\\d)[\\s-]*(?:y/?o|yrs?|years?)(?:[\\s-]*old)?\\b",
            Pattern.CASE_INSENSITIVE),
    IP(
            "an IP address",
            Action.WARN,
            "\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b",
            0),
    URL("a web address", Action.WARN, "\\bhttps?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    /** What follows from finding one. */
    public enum Action {
        /** The text cannot be saved until it is gone. */
        BLOCK,
        /** The writer confirms that it identifies no patient. */
        WARN
    }

    private final String title;
    private final Action action;
    private final Pattern pattern;

    PhiKind(String title, Action action, String pattern, int flags) {
        this.title = title;
        this.action = action;
        this.pattern = Pattern.compile(pattern, flags);
    }

    /** What it looks like, such as {@code a medical record number}. */
    public String title() {
        return title;
    }

    public Action action() {
        return action;
    }

    Pattern pattern() {
        return pattern;
    }
}
