package org.overread.registry.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * One step of a version at one site. Entering a live stage makes the version the live one there and ends the former in
 * the same breath, so that there are never two and never none in between.
 *
 * @param promotion the approved promotion this carries out; there is at most one entry for each. Always there for a
 *     live stage: only a decision leads into one
 * @param by the id of whoever did it
 * @param reason in words, where one was asked for
 */
public record StageEntry(
        ModelVersionId version,
        String site,
        Stage stage,
        Instant at,
        @Nullable UUID promotion,
        String by,
        @Nullable String reason) {
    public StageEntry {
        if (stage.live() && promotion == null) {
            throw new IllegalArgumentException("only a decided promotion leads into " + stage);
        }
    }
}
