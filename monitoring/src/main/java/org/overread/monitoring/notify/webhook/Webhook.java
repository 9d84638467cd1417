package org.overread.monitoring.notify.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Destination;

/**
 * A system that is called when something happens to an alert.
 *
 * @param pausedAt since when it is not called; null while it is
 * @param removedAt since when it is gone for good; null while it is not
 */
public record Webhook(
        UUID id,
        String name,
        URI address,
        String addedBy,
        String addedByName,
        Instant addedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant removedAt) {

    /** Whether it is called. */
    public boolean active() {
        return pausedAt == null && removedAt == null;
    }

    Destination destination() {
        return new Destination.Webhook(id);
    }
}
