package org.overread.monitoring.chart;

import org.overread.monitoring.performance.Cohorts;
import org.overread.registry.catalog.Catalog;

/** The services put together by hand, for tests. */
public final class ChartServices {
    private ChartServices() {}

    public static OutcomeCharts outcomes(Catalog catalog, Cohorts cohorts) {
        var charts = new OutcomeCharts();
        charts.catalog = catalog;
        charts.cohorts = cohorts;
        return charts;
    }
}
