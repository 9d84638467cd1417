package org.overread.monitoring.notify;

import java.util.Optional;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.check.CheckKind;

/** What is told outside. Comments and acknowledgements stay inside. */
public enum NoticeKind {
    RAISED("Alert raised", "alert.raised"),
    CONCERN("Clinician's concern", "concern.raised"),
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

    /** What is told when that happens to an alert of that kind; empty when nothing is. */
    static Optional<NoticeKind> of(AlertEvent.Kind event, CheckKind check) {
        return switch (event) {
            case RAISED -> Optional.of(check == CheckKind.CONCERN ? CONCERN : RAISED);
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
