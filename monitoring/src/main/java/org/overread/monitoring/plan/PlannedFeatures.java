package org.overread.monitoring.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.overread.monitoring.integrity.Declarations;
import org.overread.monitoring.integrity.DeclaredFeature;
import org.overread.registry.ModelVersionId;

/** The watched features of the plan in force, for the check of what is sent. */
@ApplicationScoped
@Transactional
class PlannedFeatures implements Declarations {
    @Inject
    PlanBook book;

    @Override
    public List<DeclaredFeature> of(ModelVersionId version) {
        return book.latest(version)
                .map(revision -> revision.plan().features().stream()
                        .map(PlannedFeatures::declared)
                        .toList())
                .orElse(List.of());
    }

    private static DeclaredFeature declared(WatchedFeature feature) {
        return switch (feature.kind()) {
            case NUMERIC -> new DeclaredFeature.Measured(feature.name(), feature.low(), feature.high());
            case CATEGORICAL -> new DeclaredFeature.Categorical(feature.name(), Set.copyOf(feature.categories()));
        };
    }
}
