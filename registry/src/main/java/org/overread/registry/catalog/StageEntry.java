package org.overread.registry.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.review.Statement;

/**
 * One step of a version at one site. Entering a live stage makes the version the live one there for that audience and
 * ends the former in the same breath, so that there are never two and never none in between.
 *
 * @param promotion the approved promotion this carries out; there is at most one entry for each. Only a stop has none
 * @param by the id of whoever did it
 * @param reason in words, where one was asked for
 * @param rule what it ended, when it led into a live stage
 */
public record StageEntry(
        ModelVersionId version,
        String site,
        Stage stage,
        Instant at,
        @Nullable UUID promotion,
        String by,
        @Nullable String reason,
        LiveRule rule) {
    public StageEntry {
        if (promotion == null && !stage.stop()) {
            throw new IllegalArgumentException("only a decided promotion leads into " + stage);
        }
    }

    /** A step that is taken now, by the rule of now. */
    public StageEntry(
            ModelVersionId version,
            String site,
            Stage stage,
            Instant at,
            @Nullable UUID promotion,
            String by,
            @Nullable String reason) {
        this(version, site, stage, at, promotion, by, reason, LiveRule.ONE_FOR_EACH_AUDIENCE);
    }

    /** What ties it to its entry in the audit trail: SHA-256 over all it says, in a form that anybody can write. */
    public Digest digest() {
        return Statement.titled("Overread stage entry, form 1")
                .with("version", version)
                .with("site", site)
                .with("stage", stage)
                .with("at", at)
                .with("promotion", promotion)
                .with("by", by)
                .with("reason", reason)
                .digest();
    }
}
