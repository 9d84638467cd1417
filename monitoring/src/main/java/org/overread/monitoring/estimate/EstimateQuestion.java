package org.overread.monitoring.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Window;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * Which predictions to estimate, and which to learn from.
 *
 * @param from the first instant to estimate; null for the end of the reference period
 * @param to the instant after the last; null without an end
 * @param threshold flags scores at or above it; null for the one the version declares
 * @param site null for all sites
 * @param referenceFrom the first day to learn from, UTC; null, together with the other, for the usual
 * @param referenceTo the day after the last to learn from
 */
public record EstimateQuestion(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Double threshold,
        @Nullable String site,
        @Nullable LocalDate referenceFrom,
        @Nullable LocalDate referenceTo) {
    /** Everything since the usual reference period, at the declared threshold, of all sites. */
    public static final EstimateQuestion USUAL = new EstimateQuestion(null, null, null, null, null, null);

    List<FieldProblem> problems(@Nullable Double declared) {
        return new FieldProblems()
                .when(threshold == null && declared == null, "threshold", "is required: this version declares none")
                .when(threshold != null && !(threshold >= 0 && threshold <= 1), "threshold", "must be from 0 to 1")
                .when(from != null && to != null && !from.isBefore(to), "to", "must be after from")
                .when(
                        (referenceFrom == null) != (referenceTo == null),
                        referenceFrom == null ? "referenceFrom" : "referenceTo",
                        "is missing: a reference period has two ends")
                .when(
                        referenceFrom != null && referenceTo != null && !referenceFrom.isBefore(referenceTo),
                        "referenceTo",
                        "must be after referenceFrom")
                .list();
    }

    @Nullable ReferencePeriod reference() {
        return referenceFrom == null || referenceTo == null ? null : new ReferencePeriod(referenceFrom, referenceTo);
    }

    /** What to estimate: as asked, else all that came after the reference period. */
    Window current(ReferencePeriod reference) {
        return new Window(from == null ? reference.window(site).to() : from, to, site);
    }
}
