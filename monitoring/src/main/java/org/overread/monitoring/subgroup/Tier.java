package org.overread.monitoring.subgroup;

/** How much may be read into the figures of a group. */
public enum Tier {
    /** At least 100 events and 100 non-events. */
    FULL,
    /** 20 to 99 of either: an interval, but no colour and no verdict. */
    LOW_PRECISION,
    /** Fewer than 20 events or non-events: the number of predictions, but no estimate. */
    INSUFFICIENT,
    /** Too few patients to be shown at all, or hidden so that such a group cannot be worked out. */
    SUPPRESSED;

    private static final long SOME = 20;
    private static final long ENOUGH = 100;

    /** The tier by statistical weight alone; who is hidden is for {@link SmallCells} to say. */
    public static Tier of(long events, long nonEvents) {
        var fewer = Math.min(events, nonEvents);
        if (fewer < SOME) {
            return INSUFFICIENT;
        }
        return fewer < ENOUGH ? LOW_PRECISION : FULL;
    }

    /** Whether a group of this tier has estimates. */
    public boolean estimated() {
        return this == FULL || this == LOW_PRECISION;
    }
}
