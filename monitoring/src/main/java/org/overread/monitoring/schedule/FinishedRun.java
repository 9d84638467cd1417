package org.overread.monitoring.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.overread.monitoring.check.Check;
import org.overread.registry.ModelVersionId;

/**
 * What one run found.
 *
 * @param plan the revision of the plan it followed
 * @param startedBy the id of who started it
 */
public record FinishedRun(
        UUID id,
        ModelVersionId version,
        UUID plan,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        List<Check> checks) {
    public FinishedRun {
        checks = List.copyOf(checks);
    }
}
