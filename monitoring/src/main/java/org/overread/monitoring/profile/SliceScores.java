package org.overread.monitoring.profile;

import java.util.Arrays;

/**
 * The scores of one combination of subgroup values, counted per cell and class, and the patients at their ends.
 *
 * @param places cell · 3 + class, ascending; the classes are events, non-events and unknown outcomes
 * @param counts one for each place, positive
 * @param highest by class
 * @param lowest by class; of unknown outcomes nobody asks, so theirs stays empty
 */
record SliceScores(int[] places, int[] counts, Ends[] highest, Ends[] lowest) {
    static final int CLASSES = 3;
    static final int EVENT = 0;
    static final int NON_EVENT = 1;
    static final int UNKNOWN = 2;

    static Ends[] noneHighest() {
        return new Ends[] {Ends.highest(), Ends.highest(), Ends.highest()};
    }

    static Ends[] noneLowest() {
        return new Ends[] {Ends.lowest(), Ends.lowest(), Ends.lowest()};
    }

    static int classOf(int outcome) {
        return outcome < 0 ? UNKNOWN : 1 - outcome;
    }

    /** Puts one prediction's patient where it belongs. */
    static void add(Ends[] highest, Ends[] lowest, int kind, double score, int patient) {
        highest[kind].add(score, patient);
        if (kind != UNKNOWN) {
            lowest[kind].add(score, patient);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceScores that
                && Arrays.equals(places, that.places)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(highest, that.highest)
                && Arrays.equals(lowest, that.lowest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(places) * 31 + Arrays.hashCode(counts);
    }
}
