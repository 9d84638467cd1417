package org.overread.monitoring.alert;

import java.time.InstantSource;
import java.util.List;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.promotion.Requesters;

/** The service put together by hand, for tests. */
public final class AlertServices {
    private AlertServices() {}

    /** The service that tells nobody outside. */
    public static Alerts alerts(Catalog catalog, AlertLog log, AuditTrail trail, InstantSource clock) {
        return alerts(catalog, log, (_, _) -> {}, trail, clock);
    }

    public static Alerts alerts(Catalog catalog, AlertLog log, AlertNews news, AuditTrail trail, InstantSource clock) {
        var alerts = new Alerts();
        alerts.catalog = catalog;
        alerts.log = log;
        alerts.news = news;
        alerts.requesters = new Requesters() {
            @Override
            public List<PairOfEyes> of(ModelVersionId version) {
                return List.of();
            }
        };
        alerts.trail = trail;
        alerts.clock = clock;
        return alerts;
    }
}
