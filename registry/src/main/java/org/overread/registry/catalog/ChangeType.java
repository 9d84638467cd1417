package org.overread.registry.catalog;

/** How a version differs from the one before. */
public enum ChangeType {
    FIRST("First version"),
    RETRAINED("Retrained"),
    RECALIBRATED("Recalibrated"),
    THRESHOLD("Threshold"),
    PROMPT("Prompt"),
    CODE("Code");

    private final String title;

    ChangeType(String title) {
        this.title = title;
    }

    /** As it is printed on screens and reports. */
    public String title() {
        return title;
    }
}
