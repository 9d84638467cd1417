package org.overread.monitoring.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an alert. The alert is what follows from its events.
 *
 * @param by the id of who did it
 * @param byName their name as printed then
 * @param text how the check stood, or what the person wrote
 * @param severity how severe it is from then on; null when that did not change
 */
public record AlertEvent(
        UUID id,
        Kind kind,
        Instant at,
        String by,
        String byName,
        String text,
        @Nullable Severity severity) {
    /** What can happen to an alert. */
    public enum Kind {
        RAISED("Raised"),
        WORSENED("Worsened"),
        ESCALATED("Escalated to the deputy"),
        ACKNOWLEDGED("Acknowledged"),
        COMMENTED("Comment"),
        RESOLVED("Resolved");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The event as it is printed. */
        public String title() {
            return title;
        }
    }
}
