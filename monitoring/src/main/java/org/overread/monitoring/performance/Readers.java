package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;

/** Who may see which figures, and what they can be split by. */
@ApplicationScoped
class Readers {
    @Inject
    Catalog catalog;

    @Inject
    Cohorts cohorts;

    /** The version, when the actor may see its figures at the site; null for all sites together. */
    ModelVersion readable(Actor actor, ModelVersionId id, @Nullable String site) {
        return catalog.versionFor(actor, Permission.READ_PERFORMANCE, id, site);
    }

    /** The declared attributes, then the others that occur. */
    List<String> attributes(ModelVersion version) {
        return Stream.concat(version.declared().subgroups().stream(), cohorts.attributes(version.id()).stream())
                .distinct()
                .toList();
    }
}
