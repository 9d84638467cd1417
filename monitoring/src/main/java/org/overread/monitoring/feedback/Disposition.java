package org.overread.monitoring.feedback;

/**
 * What came of looking into a finding: one closed list, in the words of the clinic. Some end the waiting, and of these
 * some clear the gate. A fault that another version corrects ends the waiting, yet the version that has it stays shut.
 *
 * @see "monitoring/docs/decisions/135-who-clears-a-finding.md"
 */
public enum Disposition {
    OUTPUT_WAS_RIGHT("Looked into: the output was right", true, true),
    INPUT_WAS_WRONG("Wrong, missing or late input data; seen to at the source", true, true),
    OUTSIDE_INTENDED_USE("Used outside the intended use; told to the users", true, true),
    KNOWN_LIMITATION("Known limitation; accepted with a safeguard in place", true, true),
    CORRECTED_IN_VERSION("Confirmed; corrected in another version", true, false),
    NEEDS_CHANGE("Confirmed; the model needs a change", false, false),
    UNDER_INVESTIGATION("Under investigation", false, false);

    private final String title;
    private final boolean settles;
    private final boolean clears;

    Disposition(String title, boolean settles, boolean clears) {
        this.title = title;
        this.settles = settles;
        this.clears = clears;
    }

    /** As it is printed on screens and told to the clinician. */
    public String title() {
        return title;
    }

    /** Whether nobody needs to wait for more. */
    public boolean settles() {
        return settles;
    }

    /** Whether the version may be promoted as far as this finding goes. */
    public boolean clears() {
        return clears;
    }
}
