package org.overread.monitoring.check;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.overread.monitoring.check.store.CheckStores;
import org.overread.monitoring.drift.DriftServices;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.monitoring.plan.Sightings;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;

/** The sources of checks put together by hand, for tests. */
public final class Sources {
    private Sources() {}

    public static List<CheckSource> all(
            Catalog catalog,
            Performance performance,
            Sightings sightings,
            PeriodicReviews reviews,
            DataSource database) {
        var limits = new PerformanceChecks();
        limits.catalog = catalog;
        limits.performance = performance;
        var feed = new FeedChecks();
        feed.sightings = sightings;
        var features = new FeatureChecks();
        features.counts = CheckStores.counts(database);
        var review = new ReviewChecks();
        review.reviews = reviews;
        var drift = new DriftChecks();
        drift.drift = DriftServices.drift(catalog, database);
        return List.of(limits, feed, features, review, drift);
    }

    public static Pauses pauses(Catalog catalog, EntityManager entities, AuditTrail trail, InstantSource clock) {
        var pauses = new Pauses();
        pauses.catalog = catalog;
        pauses.book = CheckStores.pauses(entities);
        pauses.trail = trail;
        pauses.clock = clock;
        return pauses;
    }
}
