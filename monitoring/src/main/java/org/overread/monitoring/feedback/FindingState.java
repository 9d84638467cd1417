package org.overread.monitoring.feedback;

/** How far a finding has come. */
public enum FindingState {
    /** Nobody has said anything. */
    OPEN("Not answered"),
    /** Somebody has replied, and nobody has decided: it waits on. */
    REPLIED("Replied, not decided"),
    /** Somebody decided that it does not stand in the version's way. */
    CLEARED("Cleared"),
    /** Another version corrects it; it stands in this one's way. */
    CORRECTED("Corrected in another version");

    private final String title;

    FindingState(String title) {
        this.title = title;
    }

    /** As it is printed on screens. */
    public String title() {
        return title;
    }

    /** Whether somebody still has to answer. */
    public boolean waits() {
        return this == OPEN || this == REPLIED;
    }
}
