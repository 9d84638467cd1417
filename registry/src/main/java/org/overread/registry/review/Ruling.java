package org.overread.registry.review;

/** The answer to whether a step may be taken. */
public sealed interface Ruling {
    /** Yes. */
    record Allowed() implements Ruling {}

    /** No, by which rule, and why in a sentence that the person can act on. */
    record Refused(Rule rule, String reason) implements Ruling {}

    default boolean allowed() {
        return this instanceof Allowed;
    }
}
