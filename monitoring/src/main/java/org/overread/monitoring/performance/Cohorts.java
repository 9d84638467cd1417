package org.overread.monitoring.performance;

import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.registry.ModelVersionId;

/** Reads the predictions of a version in the form that figures are computed from. */
public interface Cohorts {
    /** The predictions with a score; the outcome may be unknown. */
    Cohort of(ModelVersionId version, Window window);

    /** The attributes that occur in the version's predictions. */
    SortedSet<String> attributes(ModelVersionId version);

    /** The days from the first that has predictions to the last; null without predictions. */
    @Nullable Days days(ModelVersionId version);

    /** The first and the last day, UTC, that have predictions. */
    record Days(LocalDate first, LocalDate last) {}

    /** How many predictions were ever stored of the version. */
    long stored(ModelVersionId version);

    /** A number that is another one after every batch that was stored. */
    long state(ModelVersionId version);
}
