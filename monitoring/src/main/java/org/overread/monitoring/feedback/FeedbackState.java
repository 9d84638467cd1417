package org.overread.monitoring.feedback;

/** How far feedback has come, in its giver's eyes. */
public enum FeedbackState {
    /** It is kept and will be counted; or its card is not known yet. */
    RECEIVED("Received"),
    /** A request to promote the version rests on it. */
    COUNTED("Counted"),
    /** That request was decided, or somebody replied. */
    ANSWERED("Answered"),
    /** Its giver took it back. */
    WITHDRAWN("Withdrawn");

    private final String title;

    FeedbackState(String title) {
        this.title = title;
    }

    /** As it is printed on screens. */
    public String title() {
        return title;
    }
}
