package org.overread.monitoring.performance;

import org.overread.monitoring.performance.store.PerformanceStores;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.profile.ProfilingBench;

/** The services that tell figures, put together by hand on the database of an intake. */
public final class PerformanceBench {
    public final Performance performance = new Performance();
    public final Trends trends = new Trends();
    public final ReliabilityCurves curves = new ReliabilityCurves();
    public final ProfilingBench profiling;
    final Cohorts cohorts;

    public PerformanceBench(IntakeBench intake) {
        profiling = new ProfilingBench(intake);
        cohorts = PerformanceStores.cohorts(intake.transactions.dataSource());
        var readers = new Readers();
        readers.catalog = intake.catalog;
        readers.cohorts = cohorts;
        var figures = new WindowFigures();
        figures.cohorts = cohorts;
        figures.profiles = profiling.profiles;
        performance.catalog = intake.catalog;
        performance.readers = readers;
        performance.figures = figures;
        curves.readers = readers;
        curves.cohorts = cohorts;
        curves.profiles = profiling.profiles;
        trends.readers = readers;
        trends.cohorts = cohorts;
        trends.figures = figures;
    }
}
