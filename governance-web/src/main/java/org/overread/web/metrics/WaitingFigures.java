package org.overread.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.overread.monitoring.alert.OpenAlerts;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Delivery;
import org.overread.registry.Actor;

/** What waits for somebody: alerts for an answer, notices for a receiver. */
@ApplicationScoped
class WaitingFigures implements Source {
    @Inject
    OpenAlerts alerts;

    @Inject
    Deliveries deliveries;

    @Override
    public void tell(Actor actor, Exposition text) {
        var open = alerts.count(actor);
        var family = text.gauge("overread_open_alerts", "Alerts that are not resolved.");
        for (var severity : Severity.values()) {
            family.sample(
                    open.getOrDefault(severity, 0L), "severity", severity.name().toLowerCase(Locale.ROOT));
        }
        text.gauge("overread_outbox_deliveries", "Notices that wait to be sent, or were given up and not let go.")
                .sample(deliveries.count(actor, Delivery.State.WAITING), "state", "waiting")
                .sample(deliveries.count(actor, Delivery.State.GIVEN_UP), "state", "given_up");
        text.gauge(
                        "overread_addresses_given_up",
                        "Addresses that nothing is sent to until somebody has them tried again.")
                .sample(deliveries.countAddressesGivenUp(actor));
    }
}
