package org.overread.monitoring.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.Severity;
import org.overread.registry.ModelVersionId;

/**
 * That something has happened to an alert: never what the check found, nor anything about a patient. Whoever wants to
 * know more follows the link and signs in.
 *
 * @param alert null for a test
 */
public record Notice(
        UUID id, NoticeKind kind, Instant at, @Nullable About alert) {
    /** All that is told of an alert. */
    public record About(UUID id, ModelVersionId version, Severity severity, Instant due) {}

    static Notice of(UUID id, NoticeKind kind, Instant at, AlertFile alert) {
        return new Notice(id, kind, at, new About(alert.id(), alert.version(), alert.severity(), alert.due()));
    }

    /** A notice that tells only that telling works. */
    public static Notice test(UUID id, Instant at) {
        return new Notice(id, NoticeKind.TEST, at, null);
    }
}
