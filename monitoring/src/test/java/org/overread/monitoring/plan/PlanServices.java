package org.overread.monitoring.plan;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.plan.store.PlanStores;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.Accounts;

/** The services put together by hand, for tests. */
public final class PlanServices {
    private PlanServices() {}

    public static Plans plans(
            Catalog catalog,
            PlanBook book,
            Sightings sightings,
            Performance performance,
            Accounts accounts,
            AuditTrail trail,
            InstantSource clock) {
        var plans = new Plans();
        plans.catalog = catalog;
        plans.book = book;
        plans.sightings = sightings;
        plans.performance = performance;
        plans.accounts = accounts;
        plans.trail = trail;
        plans.clock = clock;
        return plans;
    }

    public static PeriodicReviews reviews(
            Catalog catalog, EntityManager entities, AuditTrail trail, InstantSource clock) {
        var reviews = new PeriodicReviews();
        reviews.catalog = catalog;
        reviews.book = PlanStores.reviews(entities);
        reviews.trail = trail;
        reviews.clock = clock;
        return reviews;
    }
}
