package org.overread.monitoring.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.registry.Actor;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stages;

/**
 * Stops a version wherever it is live when a limit is broken and its plan says so (D10). What is stopped already is not
 * stopped again; going on needs a new promotion.
 */
@ApplicationScoped
@Transactional
class Suspending {
    @Inject
    Catalog catalog;

    @Inject
    Stages stages;

    @Inject
    InstantSource clock;

    /** @param news the alerts that were raised, or became more severe, just now */
    void after(Actor.Product product, PlanRevision plan, List<Alert> news) {
        if (plan.plan().onBreach() == BreachAction.SUSPEND) {
            breach(news).ifPresent(alert -> stop(product, plan, alert));
        }
    }

    /** Silence and a missed review stop nobody's work: only what the model does wrong. */
    private static Optional<Alert> breach(List<Alert> news) {
        return news.stream()
                .filter(alert -> alert.file().severity() == Severity.ALERT)
                .filter(alert -> switch (alert.file().kind()) {
                    case PERFORMANCE, MISSING, VALUES, DRIFT, OVERRIDES -> true;
                    case FEED, VOLUME, REVIEW, CONCERN -> false;
                })
                .findFirst();
    }

    private void stop(Actor.Product product, PlanRevision plan, Alert alert) {
        var version = plan.version();
        var history = stages.history(product, version.model());
        catalog.sites(product).stream()
                .map(Site::id)
                .filter(site -> history.liveAt(site, clock.instant()).has(version))
                .forEach(site -> stages.suspend(product, version, site, reason(alert)));
    }

    private static String reason(Alert alert) {
        return "The monitoring plan demands it: %s. %s"
                .formatted(alert.file().title(), alert.file().sentence());
    }
}
