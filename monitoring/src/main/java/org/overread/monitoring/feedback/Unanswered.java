package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;

/**
 * Findings of one kind in one place that wait for somebody to say what came of them.
 *
 * @param version null while the outputs are not known
 * @param concern whether they are safety concerns, or else outputs called wrong
 * @param count how many, at least one
 * @param oldest the one that waits longest
 * @param since since when that one does
 */
public record Unanswered(
        @Nullable ModelVersionId version, Place place, boolean concern, long count, UUID oldest, Instant since) {}
