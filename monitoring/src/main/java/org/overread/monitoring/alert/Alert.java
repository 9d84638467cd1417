package org.overread.monitoring.alert;

import java.time.Instant;
import org.overread.monitoring.alert.AlertEvent.Kind;

/**
 * Something that somebody must answer. It is raised when a check stands badly; its owner acknowledges it, or it goes to
 * the deputy when the answer is overdue; when the cause is gone, or somebody says why it may stay, it is resolved. Which
 * of these it is follows from its events, and none of them is ever taken away. Getting worse asks for a new
 * acknowledgement.
 */
public sealed interface Alert {
    AlertFile file();

    /** The alert that follows from its events. */
    static Alert of(AlertFile file) {
        var resolved = file.last(Kind.RESOLVED);
        if (resolved.isPresent()) {
            return new Resolved(file, resolved.get());
        }
        return file.events().stream()
                .filter(event -> event.kind() == Kind.ACKNOWLEDGED || event.kind() == Kind.WORSENED)
                .reduce((earlier, later) -> later)
                .filter(last -> last.kind() == Kind.ACKNOWLEDGED)
                .<Alert>map(acknowledgement -> new Acknowledged(file, acknowledgement))
                .orElseGet(() -> new Raised(file));
    }

    /** Nobody has answered yet. */
    record Raised(AlertFile file) implements Alert {
        /** Whether the answer is overdue and the deputy has not been told yet. */
        public boolean escalates(Instant now) {
            return !file.escalated() && !file.due().isAfter(now);
        }
    }

    /** Somebody sees to it. */
    record Acknowledged(AlertFile file, AlertEvent acknowledgement) implements Alert {}

    /** It is over, with a reason. */
    record Resolved(AlertFile file, AlertEvent resolution) implements Alert {}

    /** Whether somebody still has something to do. */
    default boolean open() {
        return switch (this) {
            case Raised _, Acknowledged _ -> true;
            case Resolved _ -> false;
        };
    }

    /** The state as it is printed. */
    default String title() {
        return switch (this) {
            case Raised raised -> raised.file().escalated() ? "Escalated" : "Open";
            case Acknowledged _ -> "Acknowledged";
            case Resolved _ -> "Resolved";
        };
    }
}
