package org.overread.monitoring.integrity;

import java.time.Instant;
import java.util.List;

/**
 * The receipt of one batch with what its check found.
 *
 * @param kind {@code PREDICTIONS} or {@code OUTCOMES}
 * @param declared how many features were declared when it came; with none its values were not checked
 */
public record ReceivedBatch(
        int batch,
        String kind,
        String sentBy,
        Instant acceptedAt,
        long received,
        long stored,
        long duplicates,
        long rejected,
        int declared,
        List<IntegrityFinding> findings) {
    public ReceivedBatch {
        findings = List.copyOf(findings);
    }

    /** Whether its values were held against a declaration. */
    public boolean checked() {
        return declared > 0;
    }
}
