package org.overread.monitoring.alert;

import java.time.InstantSource;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;

/** The service put together by hand, for tests. */
public final class AlertServices {
    private AlertServices() {}

    public static Alerts alerts(Catalog catalog, AlertLog log, AuditTrail trail, InstantSource clock) {
        var alerts = new Alerts();
        alerts.catalog = catalog;
        alerts.log = log;
        alerts.trail = trail;
        alerts.clock = clock;
        return alerts;
    }
}
