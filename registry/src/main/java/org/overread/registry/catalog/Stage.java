package org.overread.registry.catalog;

/** How far a version has come at one site. */
public enum Stage {
    /** Known and frozen, not yet in use anywhere at the site. */
    REGISTERED("Registered"),
    /** Measured on the site's own past data. */
    LOCAL_VALIDATION("Local validation"),
    /** Runs on live data; nobody sees its output. */
    SILENT("Silent run"),
    /** Shown to some clinicians. */
    PILOT("Pilot"),
    /** Shown to every clinician it is meant for. */
    GENERAL("General use"),
    /** Stopped; going on needs a new approval. */
    SUSPENDED("Suspended"),
    /** At its end, or replaced by another version. */
    RETIRED("Retired");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** As it is printed on screens and reports. */
    public String title() {
        return title;
    }

    /** Whether clinicians are shown its output. */
    public boolean live() {
        return this == PILOT || this == GENERAL;
    }

    /** Whether it is the end of use at a site: that needs no approval, as everything else does. */
    public boolean stop() {
        return this == SUSPENDED || this == RETIRED;
    }
}
