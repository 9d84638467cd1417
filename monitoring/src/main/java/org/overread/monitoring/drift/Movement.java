package org.overread.monitoring.drift;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * Whether the values of a column, or its missingness, moved in one window.
 *
 * @param moved effect at or over its limit and significant after correction
 * @param effect from 0 to 1; null when it could not be computed
 * @param limit what it takes to matter
 * @param pValue of the single test
 * @param adjusted the p-value corrected over every test of the window
 * @param undecided why nothing can be said; null when something can
 */
public record Movement(
        boolean moved,
        @Nullable Double effect,
        double limit,
        @Nullable Double pValue,
        @Nullable Double adjusted,
        @Nullable String undecided) {
    /**
     * The same as told beside hidden bins.
     *
     * @param shown the effect as it may be told
     * @param fewMissing whether a reason must not count values
     */
    Movement told(@Nullable Double shown, boolean fewMissing) {
        return new Movement(
                moved,
                shown,
                limit,
                Amounts.rounded(pValue),
                Amounts.rounded(adjusted),
                undecided != null && fewMissing ? SmallCells.REASON : undecided);
    }

    /** The same without figures. */
    Movement hidden() {
        return new Movement(moved, null, limit, null, null, undecided == null ? null : SmallCells.REASON);
    }

    static Movement undecided(@Nullable Double effect, double limit, @Nullable Double pValue, String why) {
        return new Movement(false, effect, limit, pValue, null, why);
    }
}
