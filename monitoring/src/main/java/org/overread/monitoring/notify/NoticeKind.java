package org.overread.monitoring.notify;

import java.util.Optional;
import org.overread.monitoring.alert.AlertEvent;

/** What is told outside. Comments and acknowledgements stay inside. */
public enum NoticeKind {
    RAISED("Alert raised", "alert.raised"),
    WORSENED("Alert more severe", "alert.worsened"),
    DUE("Answer due within a day", "alert.due"),
    ESCALATED("Alert passed to the deputy", "alert.escalated"),
    RESOLVED("Alert resolved", "alert.resolved"),
    TEST("Test", "test");

    private final String title;
    private final String type;

    NoticeKind(String title, String type) {
        this.title = title;
        this.type = type;
    }

    /** What is told when that happens; empty when nothing is. */
    static Optional<NoticeKind> of(AlertEvent.Kind event) {
        return switch (event) {
            case RAISED -> Optional.of(RAISED);
            case WORSENED -> Optional.of(WORSENED);
            case ESCALATED -> Optional.of(ESCALATED);
            case RESOLVED -> Optional.of(RESOLVED);
            case ACKNOWLEDGED, COMMENTED -> Optional.empty();
        };
    }

    /** The kind as it is printed. */
    public String title() {
        return title;
    }

    /** The kind as machines are told it. */
    public String type() {
        return type;
    }
}
