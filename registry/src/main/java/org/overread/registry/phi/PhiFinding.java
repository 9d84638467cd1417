package org.overread.registry.phi;

/**
 * A place in a text that looks like a patient's identifier. It holds the place, never the matched text.
 *
 * @param start the first character, counted from 0
 * @param end the character after the last
 */
public record PhiFinding(PhiKind kind, int start, int end) {
    public PhiKind.Action action() {
        return kind.action();
    }

    boolean overlaps(PhiFinding other) {
        return start < other.end && other.start < end;
    }
}
