package org.overread.registry.gate;

/** How a policy stands in the book at a moment. */
public enum PolicyState {
    /** It is laxer than what is in force and waits for a second person. */
    PROPOSED("Waits for a second person"),
    /** A second person, or its author, has said no. */
    DECLINED("Declined"),
    /** It will be in force from a later day. */
    ANNOUNCED("Announced"),
    /** It judges what is submitted now, for one stage at least. */
    IN_FORCE("In force"),
    /** Others have taken its place; it judges only what was submitted under it. */
    REPLACED("Replaced"),
    /** The stages it opened are closed. */
    RETIRED("Retired");

    private final String title;

    PolicyState(String title) {
        this.title = title;
    }

    /** The state as it is printed. */
    public String title() {
        return title;
    }
}
