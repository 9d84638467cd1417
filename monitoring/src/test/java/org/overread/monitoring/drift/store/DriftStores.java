package org.overread.monitoring.drift.store;

import javax.sql.DataSource;
import org.overread.monitoring.drift.FeatureHistory;
import org.overread.monitoring.drift.PatientRows;
import org.overread.monitoring.profile.store.ProfileStores;
import org.overread.registry.catalog.Catalog;

/** Puts the stores together by hand, for tests. */
public final class DriftStores {
    private DriftStores() {}

    public static FeatureHistory history(DataSource database, Catalog catalog) {
        return of(database, catalog);
    }

    /** One that never reads predictions where it has profiles. */
    public static FeatureHistory profiled(DataSource database, Catalog catalog) {
        var history = of(database, catalog);
        history.few = -1;
        return history;
    }

    public static PatientRows patients(DataSource database) {
        var patients = new JdbcPatientRows();
        patients.database = database;
        return patients;
    }

    private static JdbcFeatureHistory of(DataSource database, Catalog catalog) {
        var history = new JdbcFeatureHistory();
        history.database = database;
        history.catalog = catalog;
        history.profiles = ProfileStores.profiles(database);
        return history;
    }
}
