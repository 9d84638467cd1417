package org.overread.monitoring.drift.store;

import javax.sql.DataSource;
import org.overread.monitoring.drift.FeatureHistory;

/** Puts the stores together by hand, for tests. */
public final class DriftStores {
    private DriftStores() {}

    public static FeatureHistory history(DataSource database) {
        var history = new JdbcFeatureHistory();
        history.database = database;
        return history;
    }
}
