package org.overread.registry.catalog;

/** How much harm a model could do, as the hospital has judged it; it decides the path to going live. */
public enum RiskTier {
    LOW("Low"),
    MODERATE("Moderate"),
    HIGH("High");

    private final String title;

    RiskTier(String title) {
        this.title = title;
    }

    /** As it is printed on screens and reports. */
    public String title() {
        return title;
    }
}
