package org.overread.registry.catalog;

import org.overread.registry.ModelVersionId;

/** A version that is shown to an audience at a site. */
public record LiveVersion(ModelVersionId version, Audience audience) {

    /** Such as {@code version 2 (General use)}. */
    public String words() {
        return "version %d (%s)".formatted(version.version(), audience.stage().title());
    }
}
