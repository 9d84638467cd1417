package org.overread.monitoring.drift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * Which windows of a version are compared. What is not said is filled in: the reference window is the first third of
 * the version's history, from four weeks to half a year, and the current one is all that comes after it.
 *
 * @param referenceFrom the first instant of the reference window
 * @param referenceTo the instant after its last
 * @param from the first instant of the current window
 * @param to the instant after its last
 * @param site null for all sites
 */
public record DriftQuestion(
        @Nullable Instant referenceFrom,
        @Nullable Instant referenceTo,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String site) {
    /** As the version's own history has it, of all sites. */
    public static final DriftQuestion DEFAULT = new DriftQuestion(null, null, null, null, null);

    /** The same with that reference window, when it says none itself. */
    public DriftQuestion since(Instant first, Instant afterLast) {
        return referenceFrom != null || referenceTo != null
                ? this
                : new DriftQuestion(first, afterLast, from, to, site);
    }

    /** What is wrong with it by itself; empty when it can be answered. */
    List<FieldProblem> problems() {
        return new FieldProblems()
                .when(disordered(referenceFrom, referenceTo), "referenceTo", "must be after referenceFrom")
                .when(disordered(from, to), "to", "must be after from")
                .list();
    }

    private static boolean disordered(@Nullable Instant first, @Nullable Instant last) {
        return first != null && last != null && !first.isBefore(last);
    }
}
