package org.overread.registry.catalog;

/** Whom a version is shown to at a site. One version is live for each audience, so a pilot runs beside general use. */
public enum Audience {
    /** Some clinicians, who try a version. */
    PILOT(Stage.PILOT),
    /** Every clinician it is meant for. */
    GENERAL(Stage.GENERAL);

    private final Stage stage;

    Audience(Stage stage) {
        this.stage = stage;
    }

    /** The stage in which a version is shown to this audience. */
    public Stage stage() {
        return stage;
    }
}
