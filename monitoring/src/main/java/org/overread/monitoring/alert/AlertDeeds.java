package org.overread.monitoring.alert;

import java.util.Map;
import org.overread.registry.audit.Deed;

/** What happens to alerts in the words of the audit trail. What people write stays in the alert. */
final class AlertDeeds {
    private AlertDeeds() {}

    static Deed of(AlertFile alert, AlertEvent event) {
        var verb = switch (event.kind()) {
            case RAISED -> "raised";
            case WORSENED -> "made more severe";
            case ESCALATED -> "escalated";
            case ACKNOWLEDGED -> "acknowledged";
            case COMMENTED -> "commented on";
            case RESOLVED -> "resolved";
        };
        return new Deed(
                "alert." + event.kind().name().toLowerCase(java.util.Locale.ROOT),
                "alert",
                alert.id().toString(),
                alert.version().model(),
                "%s the alert on a check of %s".formatted(verb, alert.version()),
                Map.of(
                        "check", alert.kind().name(),
                        "version", alert.version().toString(),
                        "severity", alert.severity().name()));
    }
}
