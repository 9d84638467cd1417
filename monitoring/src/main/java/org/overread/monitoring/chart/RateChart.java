package org.overread.monitoring.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate period by period against what was usual in a reference window, in three ways that see different things: the
 * p-chart (±3 σ) a period that stands out, the moving average ({@link Ewma}) a drift, the cumulative sums ({@link Cusum}) a
 * change that lasts. σ is widened by the dispersion of the reference periods, so that a rate that always scattered is not
 * called out of control. The limit of the sums is set by {@link FalseAlarms} so that it holds for these very numbers of
 * cases.
 *
 * @param length of each period
 * @param points period by period, the reference first
 * @param baseline null when none could be learned
 * @param alarms how often each way would call without cause; null without a baseline
 * @param reason why there is no baseline; null when there is one
 */
public record RateChart(
        ChartPeriod length,
        List<ChartPoint> points,
        @Nullable Baseline baseline,
        @Nullable FalseAlarms alarms,
        @Nullable String reason) {
    private static final long FEWEST_COUNTED = 11;
    private static final double SIGMAS = 3;

    public RateChart {
        points = List.copyOf(points);
    }

    /**
     * Draws.
     *
     * @param periods of this length, in the order of time, without gaps
     * @param referencePeriods how many of the first to learn from
     * @param seed of the simulation that sets the limits
     */
    public static RateChart of(ChartPeriod length, List<PeriodCount> periods, int referencePeriods, long seed) {
        var reference = periods.subList(0, Math.min(referencePeriods, periods.size()));
        var lacking = lacking(length, reference);
        if (lacking != null) {
            return bare(length, periods, lacking);
        }
        var baseline = Baseline.of(reference);
        var later = periods.subList(reference.size(), periods.size());
        var alarms = FalseAlarms.simulated(baseline, reference, later, seed);
        var points = new ArrayList<ChartPoint>();
        reference.forEach(
                period -> points.add(period.of() == 0 ? ChartPoint.empty(period, true) : learned(period, baseline)));
        points.addAll(watched(later, baseline, new Cusum(alarms.cusumLimit())));
        return new RateChart(length, points, baseline, alarms, null);
    }

    /** Periods of which nothing can be judged, for a reason. */
    static RateChart bare(ChartPeriod length, List<PeriodCount> periods, String reason) {
        return new RateChart(length, periods.stream().map(RateChart::bare).toList(), null, null, reason);
    }

    /** The watched periods that something is to be said of. */
    public List<ChartPoint> signals() {
        return points.stream().filter(ChartPoint::signal).toList();
    }

    static List<ChartPoint> watched(List<PeriodCount> periods, Baseline baseline, Cusum cusum) {
        var ewma = new Ewma();
        var points = new ArrayList<ChartPoint>();
        for (var period : periods) {
            if (period.of() == 0) {
                points.add(ChartPoint.empty(period, false));
                continue;
            }
            var sustained = cusum.add(period, baseline) != Cusum.Signal.NONE;
            var drifting = ewma.add(period, baseline);
            points.add(new ChartPoint(
                    period,
                    false,
                    period.rate(),
                    low(period, baseline),
                    high(period, baseline),
                    cusum.up(),
                    cusum.down(),
                    outside(period, baseline),
                    drifting,
                    sustained));
        }
        return points;
    }

    /** The reference itself is drawn, but not judged by what was learned from it. */
    private static ChartPoint learned(PeriodCount period, Baseline baseline) {
        return new ChartPoint(
                period,
                true,
                period.rate(),
                low(period, baseline),
                high(period, baseline),
                null,
                null,
                false,
                false,
                false);
    }

    /** A period on a chart without a baseline: nothing is learned from it. */
    private static ChartPoint bare(PeriodCount period) {
        var rate = period.of() == 0 ? null : Double.valueOf(period.rate());
        return new ChartPoint(period, false, rate, null, null, null, null, false, false, false);
    }

    static boolean outside(PeriodCount period, Baseline baseline) {
        return Math.abs(period.rate() - baseline.rate()) > SIGMAS * baseline.deviation(period.of());
    }

    private static double low(PeriodCount period, Baseline baseline) {
        return Math.max(0, baseline.rate() - SIGMAS * baseline.deviation(period.of()));
    }

    private static double high(PeriodCount period, Baseline baseline) {
        return Math.min(1, baseline.rate() + SIGMAS * baseline.deviation(period.of()));
    }

    /** Why nothing can be learned from these periods; null when it can. */
    static @Nullable String lacking(ChartPeriod length, List<PeriodCount> reference) {
        var periods = reference.stream().filter(period -> period.of() > 0).count();
        if (periods < length.fewestReference()) {
            return "needs %d reference %s with outputs, has %d"
                    .formatted(length.fewestReference(), length.many(), periods);
        }
        var count = reference.stream().mapToLong(PeriodCount::count).sum();
        var of = reference.stream().mapToLong(PeriodCount::of).sum();
        return Math.min(count, of - count) < FEWEST_COUNTED
                ? "what is usual cannot be learned: in the reference %s it happened, or did not happen, fewer than %d times"
                        .formatted(length.many(), FEWEST_COUNTED)
                : null;
    }
}
