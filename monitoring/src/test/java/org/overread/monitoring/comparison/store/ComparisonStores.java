package org.overread.monitoring.comparison.store;

import javax.sql.DataSource;
import org.overread.monitoring.comparison.SameCases;

/** Puts the store together by hand, for tests. */
public final class ComparisonStores {
    private ComparisonStores() {}

    public static SameCases sameCases(DataSource database) {
        var cases = new JdbcSameCases();
        cases.database = database;
        return cases;
    }
}
