package org.overread.monitoring.performance.store;

import javax.sql.DataSource;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.KnownCases;

/** Puts the stores together by hand, for tests. */
public final class PerformanceStores {
    private PerformanceStores() {}

    public static Cohorts cohorts(DataSource database) {
        var cohorts = new JdbcCohorts();
        cohorts.database = database;
        return cohorts;
    }

    public static KnownCases knownCases(DataSource database) {
        var cases = new JdbcKnownCases();
        cases.database = database;
        return cases;
    }
}
