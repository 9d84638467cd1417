package org.overread.monitoring.feedback;

/** What comes of answering a finding. */
public sealed interface FindingAnswer {
    /** It is kept, and its giver is told. */
    record Given(Reply reply) implements FindingAnswer {}

    /** It is not kept: somebody else must decide this. */
    record Refused(Rule rule, String reason) implements FindingAnswer {}

    /** The rules that a refusal can name. */
    enum Rule {
        /** Nobody decides on what they said themselves. */
        OWN_FEEDBACK,
        /** Nobody clears the way for what they ask for themselves. */
        OWN_REQUEST
    }
}
