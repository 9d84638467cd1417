package org.overread.registry.catalog;

/** What a model puts out. */
public enum OutputKind {
    RISK_SCORE("Risk score"),
    CLASS("Class"),
    GENERATED_TEXT("Generated text");

    private final String title;

    OutputKind(String title) {
        this.title = title;
    }

    /** As it is printed on screens and reports. */
    public String title() {
        return title;
    }
}
