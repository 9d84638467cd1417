package org.overread.monitoring.check;

import java.time.LocalDate;
import java.util.List;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.registry.ModelVersionId;

/** Counts what predictions hold of features. */
public interface FeatureCounts {
    /**
     * The watched features in the predictions of some days, in the order asked for; of very many predictions only the
     * newest are read.
     *
     * @param to the day after the last
     */
    List<FeatureCount> of(ModelVersionId version, List<WatchedFeature> features, LocalDate from, LocalDate to);
}
