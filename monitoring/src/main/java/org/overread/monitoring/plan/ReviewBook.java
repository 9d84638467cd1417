package org.overread.monitoring.plan;

import java.util.List;
import org.overread.registry.ModelVersionId;

/** Where regular reviews are kept. */
public interface ReviewBook {
    void add(PeriodicReview review);

    /** The reviews of a version, the newest first. */
    List<PeriodicReview> of(ModelVersionId version);
}
