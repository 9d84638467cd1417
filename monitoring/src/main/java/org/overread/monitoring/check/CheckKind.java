package org.overread.monitoring.check;

/** What a check is about. */
public enum CheckKind {
    PERFORMANCE("Performance"),
    FEED("Feed"),
    VOLUME("Volume"),
    MISSING("Missing values"),
    VALUES("Unexpected values"),
    DRIFT("Drift"),
    OVERRIDES("Overrides"),
    REVIEW("Review"),
    /** What clinicians said waits for an answer. It is followed when it happens, and is part of no plan. */
    CONCERN("Clinicians' concern");

    private final String title;

    CheckKind(String title) {
        this.title = title;
    }

    /** The kind as it is printed. */
    public String title() {
        return title;
    }
}
