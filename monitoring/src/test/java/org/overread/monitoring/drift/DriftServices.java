package org.overread.monitoring.drift;

import javax.sql.DataSource;
import org.overread.monitoring.drift.store.DriftStores;
import org.overread.registry.catalog.Catalog;

/** The service put together by hand, for tests. */
public final class DriftServices {
    private DriftServices() {}

    public static Drift drift(Catalog catalog, DataSource database) {
        return drift(catalog, DriftStores.history(database, catalog), DriftStores.patients(database));
    }

    public static Drift drift(Catalog catalog, FeatureHistory history, PatientRows patients) {
        var drift = new Drift();
        drift.catalog = catalog;
        drift.history = history;
        drift.patients = patients;
        return drift;
    }
}
