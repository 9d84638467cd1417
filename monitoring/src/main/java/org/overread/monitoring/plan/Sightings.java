package org.overread.monitoring.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.overread.registry.ModelVersionId;

/** What a version's data holds, as far as a plan can speak of it. */
public interface Sightings {
    /** How much was sent on each day that has predictions, the oldest first. */
    List<DayCount> days(ModelVersionId version);

    /** From when to when each site sent predictions, by name; predictions without a site are left out. */
    List<SiteDays> sites(ModelVersionId version);

    /** When the newest prediction was made. */
    Optional<Instant> newest(ModelVersionId version);

    /** The features in some of the version's predictions, by name. */
    List<FeatureSighting> features(ModelVersionId version);
}
