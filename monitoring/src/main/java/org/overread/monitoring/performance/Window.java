package org.overread.monitoring.performance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.TimeSpan;

/**
 * Which predictions of a version are meant.
 *
 * @param from the first instant; null without a beginning
 * @param to the instant after the last; null without an end
 * @param site null for all sites
 */
public record Window(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String site) {
    public static final Window ALL = new Window(null, null, null);

    TimeSpan time() {
        return new TimeSpan(from, to);
    }
}
