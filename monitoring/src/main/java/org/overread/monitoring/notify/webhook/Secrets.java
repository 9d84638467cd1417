package org.overread.monitoring.notify.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a webhook as they are kept, encrypted.
 *
 * @param previous the one before, which signs too until then; null when there is none
 */
public record Secrets(
        byte[] current,
        byte @Nullable [] previous,
        @Nullable Instant previousUntil) {
    /** Leaves them out, encrypted as they are. */
    @Override
    public String toString() {
        return "Secrets[previousUntil=" + previousUntil + "]";
    }
}
