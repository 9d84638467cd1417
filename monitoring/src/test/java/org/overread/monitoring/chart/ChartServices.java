package org.overread.monitoring.chart;

import java.time.InstantSource;
import org.overread.monitoring.feedback.FeedbackCounts;
import org.overread.monitoring.performance.Cohorts;
import org.overread.registry.catalog.Catalog;

/** The services put together by hand, for tests. */
public final class ChartServices {
    private ChartServices() {}

    public static ControlCharts feedback(FeedbackCounts counts, Catalog catalog, InstantSource clock) {
        var charts = new ControlCharts();
        charts.counts = counts;
        charts.catalog = catalog;
        charts.clock = clock;
        return charts;
    }

    public static OutcomeCharts outcomes(Catalog catalog, Cohorts cohorts) {
        var charts = new OutcomeCharts();
        charts.catalog = catalog;
        charts.cohorts = cohorts;
        return charts;
    }
}
