package org.overread.monitoring.truth;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Tier;

/**
 * The figures of some windows of time; null where there is none, or too little in it.
 *
 * @param since of all the time after the reference window
 * @param latest of the last {@value #LATEST_DAYS} days of that
 */
record Windows(
        @Nullable Evaluation reference,
        @Nullable Evaluation since,
        @Nullable Evaluation latest) {
    static final int LATEST_DAYS = 90;

    private static final double NEARLY_ALL = 0.95;

    /** The reference window where it holds too few events or non-events to be judged as others are. */
    @Nullable Evaluation light() {
        return weighty(reference) == null ? reference : null;
    }

    Windows weighty() {
        return new Windows(weighty(reference), weighty(since), complete(latest) ? weighty(latest) : null);
    }

    private static @Nullable Evaluation weighty(@Nullable Evaluation evaluation) {
        return evaluation != null && evaluation.overall().tier() == Tier.FULL ? evaluation : null;
    }

    private static boolean complete(@Nullable Evaluation evaluation) {
        return evaluation != null
                && evaluation.rows() != null
                && evaluation.labelled() != null
                && evaluation.labelled() >= NEARLY_ALL * evaluation.rows();
    }
}
