package org.overread.registry.phi;

/** What can name a person, after the list of 45 CFR 164.514(b)(2) and the numbers that other countries give people. */
public enum PhiKind {
    NAME("a name"),
    BIRTH("a date of birth"),
    DATE("a date"),
    AGE("an age over 89"),
    MRN("a medical record number"),
    NATIONAL("a national or insurance number"),
    ACCOUNT("an account, case or document number"),
    NUMBER("a number that may belong to one person"),
    PHONE("a telephone number"),
    EMAIL("an e-mail address"),
    ADDRESS("an address"),
    WEB("a web or network address");

    private final String title;

    PhiKind(String title) {
        this.title = title;
    }

    /** What it looks like, such as {@code a medical record number}. */
    public String title() {
        return title;
    }
}
