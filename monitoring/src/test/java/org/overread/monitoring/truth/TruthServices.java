package org.overread.monitoring.truth;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.overread.monitoring.comparison.ComparisonServices;
import org.overread.monitoring.drift.DriftServices;
import org.overread.monitoring.performance.store.PerformanceStores;
import org.overread.monitoring.plan.MeasuredPredictions;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.store.PlanStores;
import org.overread.monitoring.truth.store.TruthStores;
import org.overread.registry.catalog.Catalog;

/** The service put together by hand, for tests. */
public final class TruthServices {
    private TruthServices() {}

    public static Truths truths(
            Catalog catalog, PlanBook plans, DataSource database, EntityManager entities, InstantSource clock) {
        var drawing = new Drawing();
        drawing.catalog = catalog;
        drawing.drift = DriftServices.drift(catalog, database);
        drawing.performance = new MeasuredPredictions(database);
        drawing.cohorts = PerformanceStores.cohorts(database);
        drawing.sightings = PlanStores.sightings(database);
        drawing.comparisons = ComparisonServices.comparisons(catalog, database);
        var truths = new Truths();
        truths.book = TruthStores.book(entities);
        truths.plans = plans;
        truths.drawing = drawing;
        truths.clock = clock;
        return truths;
    }
}
