package org.overread.monitoring.check;

/** How a check stands, the most worrying first. */
public enum CheckState {
    ALERT("Alert"),
    WARNING("Warning"),
    /** It could not be judged. That is never as good as {@link #OK}. */
    NO_DATA("No data"),
    /** Somebody has paused it, with a reason and an end. */
    PAUSED("Paused"),
    OK("OK");

    private final String title;

    CheckState(String title) {
        this.title = title;
    }

    /** The state as it is printed. */
    public String title() {
        return title;
    }
}
