package org.overread.registry;

/** What a person does in the governance of models. One person may hold several, each within a {@link Scope}. */
public enum Role {
    CLINICIAN("Clinician"),
    MODEL_OWNER("Model owner"),
    CLINICAL_REVIEWER("Clinical reviewer"),
    TECHNICAL_REVIEWER("Technical reviewer"),
    CHAIR("Committee chair"),
    SAFETY_OFFICER("Safety officer"),
    COMPLIANCE("Compliance officer"),
    ADMINISTRATOR("Administrator");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The role as it is printed on screens, signatures and reports. */
    public String title() {
        return title;
    }
}
