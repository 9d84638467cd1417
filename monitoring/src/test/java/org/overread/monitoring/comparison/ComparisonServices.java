package org.overread.monitoring.comparison;

import javax.sql.DataSource;
import org.overread.monitoring.comparison.store.ComparisonStores;
import org.overread.registry.catalog.Catalog;

/** The service put together by hand, for tests. */
public final class ComparisonServices {
    private ComparisonServices() {}

    public static Comparisons comparisons(Catalog catalog, DataSource database) {
        var comparisons = new Comparisons();
        comparisons.catalog = catalog;
        comparisons.sameCases = ComparisonStores.sameCases(database);
        return comparisons;
    }
}
