package org.overread.monitoring.prediction.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.overread.monitoring.prediction.KnownVersions;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;

/** Knows no version until the catalogue can be asked: nothing can be sent. */
@ApplicationScoped
class NoVersions implements KnownVersions {
    @Override
    public Optional<Place> placeOf(ModelVersionId version) {
        return Optional.empty();
    }
}
