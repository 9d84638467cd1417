package org.overread.monitoring.feedback;

/** What a clinician did with an output. */
public enum FeedbackKind {
    ACCEPTED("Accepted"),
    OVERRIDDEN("Overridden"),
    /** The output could harm; it is neither accepted nor overridden by saying so. */
    SAFETY_CONCERN("Safety concern");

    private final String title;

    FeedbackKind(String title) {
        this.title = title;
    }

    /** As it is printed on screens and reports. */
    public String title() {
        return title;
    }
}
