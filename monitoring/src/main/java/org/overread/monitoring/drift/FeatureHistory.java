package org.overread.monitoring.drift;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/** What the columns of a version looked like in the past. */
public interface FeatureHistory {
    /**
     * The distributions of every column in each of the periods, which may overlap.
     *
     * @param site null for all sites
     */
    Observed of(ModelVersionId version, List<Period> periods, @Nullable String site);

    /** From the first prediction of the version to just after its last; empty when there is none. */
    Optional<Period> span(ModelVersionId version);
}
