package org.overread.monitoring.alert;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.registry.PersonId;

/**
 * Who answers an alert, where, and what they are to do.
 *
 * @param site where; null when it is about all sites together
 * @param owner who must answer
 * @param deputy who must answer when the owner does not in time
 * @param onAlert what is to be done about an alert
 * @param onWarning what is to be done about a warning
 */
public record AlertDuty(@Nullable String site, PersonId owner, PersonId deputy, String onAlert, String onWarning) {
    private static final String FIND_THE_CAUSE = "Find the cause and say what was done, or why it may stay.";

    /** What the plan says. */
    static AlertDuty of(MonitoringPlan plan) {
        return new AlertDuty(
                null,
                plan.owner(),
                plan.deputy(),
                plan.onBreach() == BreachAction.SUSPEND
                        ? "The version is stopped where it is live. Find the cause and say what was done."
                        : FIND_THE_CAUSE,
                FIND_THE_CAUSE);
    }

    String action(Severity severity) {
        return switch (severity) {
            case ALERT -> onAlert;
            case WARNING -> onWarning;
        };
    }
}
