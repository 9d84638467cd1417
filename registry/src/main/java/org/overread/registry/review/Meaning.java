package org.overread.registry.review;

/** What a signature says. The sentence is shown before signing and becomes part of what is signed. */
public enum Meaning {
    REVIEW(
            "Review",
            "I have reviewed the evidence and the verdict of the gate, and I have no objection to what is asked for."),
    APPROVAL("Approval", "I approve what is asked for, on the evidence and under the policy shown to me."),
    REJECTION("Rejection", "I reject what is asked for. My comment says why.");

    private final String title;
    private final String sentence;

    Meaning(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** The meaning as printed beside a signature. */
    public String title() {
        return title;
    }

    /** What the signer declares. */
    public String sentence() {
        return sentence;
    }
}
