package org.overread.registry.catalog.store;

import org.overread.registry.ModelVersionId;

/** What identifies a version at rest. */
record VersionKey(String model, int version) {
    static VersionKey of(ModelVersionId id) {
        return new VersionKey(id.model(), id.version());
    }
}
