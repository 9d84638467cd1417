package org.overread.monitoring.truth;

/**
 * One thing that a version's data say.
 *
 * @param sentence in clinicians' words, with its figures and their intervals; without patient data
 */
public record Fact(Kind kind, Weight weight, String sentence) implements Comparable<Fact> {
    /** What it is about, in the order it is told among facts of one weight. */
    public enum Kind {
        /** A clinician says that it could harm, and waits for an answer. */
        CONCERN,
        /** Clinicians call outputs wrong, and wait for an answer. */
        CALLED_WRONG,
        DISCRIMINATION,
        CALIBRATION,
        GROUP,
        FEED,
        MISSING,
        COMPARISON,
        MOVED,
        OUTCOMES,
        DATA
    }

    /** How much it asks for somebody's attention, the most first. */
    public enum Weight {
        /** Somebody should look at it. */
        CONCERN,
        /** Worth knowing; nothing is wrong by it alone. */
        NOTE,
        /** As it should be. */
        CALM
    }

    /** The worst first. */
    @Override
    public int compareTo(Fact other) {
        int byWeight = weight.compareTo(other.weight);
        return byWeight != 0 ? byWeight : kind.compareTo(other.kind);
    }
}
