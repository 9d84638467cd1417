package org.overread.monitoring.check;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.ModelVersionId;

/**
 * A check that is paused, or goes on when it ends at once.
 *
 * @param until the moment from which the check counts again
 */
public record Pause(
        UUID id,
        ModelVersionId version,
        String check,
        String reason,
        String by,
        String byName,
        Instant at,
        Instant until) {}
