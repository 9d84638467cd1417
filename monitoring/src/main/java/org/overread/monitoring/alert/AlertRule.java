package org.overread.monitoring.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckState;

/**
 * Decides what follows for alerts from how the checks stand. A check has at most one open alert. An alert is resolved
 * when its check is in order again, or is no longer made; what cannot be judged, and what is paused, changes nothing.
 */
public final class AlertRule {
    private AlertRule() {}

    /** What follows for one alert. */
    public sealed interface Ruling {}

    /** A new alert. */
    public record Raise(Check check, Severity severity) implements Ruling {}

    /** The alert stays as it is. */
    public record Keep(Alert alert) implements Ruling {}

    /** The alert becomes more severe. */
    public record Worsen(Alert alert, Check check) implements Ruling {}

    /** The alert is over. */
    public record Resolve(Alert alert, String reason) implements Ruling {}

    /** @param openAlerts those of the same version that are not resolved */
    public static List<Ruling> evaluate(List<Check> checks, List<Alert> openAlerts) {
        var open = openAlerts.stream()
                .collect(Collectors.toMap(alert -> alert.file().check(), Function.identity(), (first, _) -> first));
        var rulings = new ArrayList<Ruling>();
        for (var check : checks) {
            var alert = open.remove(check.key());
            if (alert != null) {
                rulings.add(known(check, alert));
            } else if (check.raises()) {
                rulings.add(new Raise(check, severity(check)));
            }
        }
        openAlerts.stream()
                .filter(alert -> open.containsValue(alert))
                .forEach(alert -> rulings.add(new Resolve(alert, "It is no longer watched by the plan in force.")));
        return rulings;
    }

    private static Ruling known(Check check, Alert alert) {
        return switch (check.state()) {
            case OK -> new Resolve(alert, check.back());
            case ALERT, WARNING, NO_DATA -> worse(check, alert) ? new Worsen(alert, check) : new Keep(alert);
            case PAUSED -> new Keep(alert);
        };
    }

    private static boolean worse(Check check, Alert alert) {
        return check.raises() && severity(check).compareTo(alert.file().severity()) > 0;
    }

    private static Severity severity(Check check) {
        return check.state() == CheckState.WARNING ? Severity.WARNING : Severity.ALERT;
    }
}
