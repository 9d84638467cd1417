package org.overread.monitoring.plan;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.registry.FieldProblems;

/**
 * How low or how high a figure may go. A limit is broken when the whole 95 % interval lies beyond it: the gate asks for
 * proof that a version is good enough, an alarm for proof that it no longer is. Either way the bound decides, not the
 * point estimate. See {@code monitoring/docs/decisions/010-what-breaks-a-limit.md}.
 *
 * @param eachOf the attribute of which every group must keep the limit, or a declared pair such as {@code age_band ×
 *     sex}; null for all predictions together
 * @param warning where a warning begins; null without one
 * @param alert where an alert begins
 */
public record Limit(
        Metric metric,
        @Nullable String eachOf,
        Side side,
        @Nullable Double warning,
        double alert) {

    /** On which side of the limit a figure must not lie. */
    public enum Side {
        /** The figure must not fall below it. */
        FLOOR("below its floor"),
        /** The figure must not rise above it. */
        CEILING("above its ceiling");

        private final String beyond;

        Side(String beyond) {
            this.beyond = beyond;
        }

        /** Such as {@code below its floor}. */
        public String beyond() {
            return beyond;
        }

        boolean breaks(Estimate estimate, double limit) {
            return switch (this) {
                case FLOOR -> estimate.high() != null && estimate.high() < limit;
                case CEILING -> estimate.low() != null && estimate.low() > limit;
            };
        }
    }

    /** What a figure means under this limit. */
    public enum Reading {
        KEPT,
        WARNED,
        BROKEN,
        /** There is no interval to judge by. */
        UNKNOWN
    }

    /** Judges a figure by the bound of its interval that lies nearer to the limit. */
    public Reading read(Estimate estimate) {
        if (estimate.low() == null || estimate.high() == null) {
            return Reading.UNKNOWN;
        }
        if (side.breaks(estimate, alert)) {
            return Reading.BROKEN;
        }
        return warning != null && side.breaks(estimate, warning) ? Reading.WARNED : Reading.KEPT;
    }

    void tell(FieldProblems problems, String field) {
        problems.present(field + ".metric", metric)
                .present(field + ".side", side)
                .when(!Double.isFinite(alert), field + ".alert", "must be a number")
                .when(
                        proportion() && !(alert >= 0 && alert <= 1),
                        field + ".alert",
                        "must be from 0 to 1 for this metric")
                .when(
                        warning != null && !earlier(warning),
                        field + ".warning",
                        side == Side.FLOOR
                                ? "must not lie below the alert's floor"
                                : "must not lie above the alert's ceiling");
    }

    private boolean proportion() {
        return metric instanceof Metric known && known.unit().equals("proportion");
    }

    private boolean earlier(double value) {
        return side == Side.FLOOR ? value >= alert : value <= alert;
    }
}
