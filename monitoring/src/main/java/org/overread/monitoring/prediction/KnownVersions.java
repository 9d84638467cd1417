package org.overread.monitoring.prediction;

import java.util.Optional;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;

/** Knows which model versions are registered, and where their models are. */
public interface KnownVersions {
    Optional<Place> placeOf(ModelVersionId version);
}
