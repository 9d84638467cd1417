package org.overread.monitoring.performance;

import java.util.SortedSet;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.registry.ModelVersionId;

/** Reads the predictions of a version in the form that figures are computed from. */
public interface Cohorts {
    /** The predictions with a score; the outcome may be unknown. */
    Cohort of(ModelVersionId version, Window window);

    /** The attributes that occur in the version's predictions. */
    SortedSet<String> attributes(ModelVersionId version);

    /** A number that is another one after every batch that was stored. */
    long state(ModelVersionId version);
}
