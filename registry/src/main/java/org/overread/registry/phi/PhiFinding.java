package org.overread.registry.phi;

/**
 * A place in a text that looks like a patient's identifier. It holds the place, never the matched text.
 *
 * @param start the first character, counted from 0
 * @param end the character after the last
 */
public record PhiFinding(PhiKind kind, Action action, int start, int end) {
    /** What follows from finding it. */
    public enum Action {
        /** It is surely one: the text cannot be saved until it is gone. */
        BLOCK,
        /** It may be harmless: the writer confirms that it identifies no patient. */
        WARN
    }

    public boolean blocks() {
        return action == Action.BLOCK;
    }

    int length() {
        return end - start;
    }
}
