package org.overread.monitoring.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate week by week against what was usual in a reference window, in three ways that see different things: the p-chart
 * (±3 σ) a week that stands out, the moving average ({@link Ewma}) a drift, the cumulative sums ({@link Cusum}) a
 * change that lasts. σ is widened by the dispersion of the reference weeks, so that a rate that always scattered is not
 * called out of control. The limit of the sums is set by {@link FalseAlarms} so that it holds for these very numbers of
 * cases.
 *
 * @param points week by week, the reference first
 * @param baseline null when none could be learned
 * @param alarms how often each way would call without cause; null without a baseline
 * @param reason why there is no baseline; null when there is one
 */
public record RateChart(
        List<ChartPoint> points,
        @Nullable Baseline baseline,
        @Nullable FalseAlarms alarms,
        @Nullable String reason) {
    /** With fewer reference weeks a baseline is guesswork. */
    public static final int FEWEST_WEEKS = 4;

    private static final long FEWEST_COUNTED = 11;
    private static final double SIGMAS = 3;

    public RateChart {
        points = List.copyOf(points);
    }

    /**
     * Draws.
     *
     * @param weeks in the order of time, without gaps
     * @param referenceWeeks how many of the first to learn from
     * @param seed of the simulation that sets the limits
     */
    public static RateChart of(List<WeekCount> weeks, int referenceWeeks, long seed) {
        var reference = weeks.subList(0, Math.min(referenceWeeks, weeks.size()));
        var lacking = lacking(reference);
        if (lacking != null) {
            return bare(weeks, lacking);
        }
        var baseline = Baseline.of(reference);
        var later = weeks.subList(reference.size(), weeks.size());
        var alarms = FalseAlarms.simulated(baseline, reference, later, seed);
        var points = new ArrayList<ChartPoint>();
        reference.forEach(week -> points.add(week.of() == 0 ? ChartPoint.empty(week, true) : learned(week, baseline)));
        points.addAll(watched(later, baseline, new Cusum(alarms.cusumLimit())));
        return new RateChart(points, baseline, alarms, null);
    }

    /** Weeks of which nothing can be judged, for a reason. */
    static RateChart bare(List<WeekCount> weeks, String reason) {
        return new RateChart(weeks.stream().map(RateChart::bare).toList(), null, null, reason);
    }

    /** The watched weeks that something is to be said of. */
    public List<ChartPoint> signals() {
        return points.stream().filter(ChartPoint::signal).toList();
    }

    static List<ChartPoint> watched(List<WeekCount> weeks, Baseline baseline, Cusum cusum) {
        var ewma = new Ewma();
        var points = new ArrayList<ChartPoint>();
        for (var week : weeks) {
            if (week.of() == 0) {
                points.add(ChartPoint.empty(week, false));
                continue;
            }
            var sustained = cusum.add(week, baseline) != Cusum.Signal.NONE;
            var drifting = ewma.add(week, baseline);
            points.add(new ChartPoint(
                    week,
                    false,
                    week.rate(),
                    low(week, baseline),
                    high(week, baseline),
                    cusum.up(),
                    cusum.down(),
                    outside(week, baseline),
                    drifting,
                    sustained));
        }
        return points;
    }

    /** The reference itself is drawn, but not judged by what was learned from it. */
    private static ChartPoint learned(WeekCount week, Baseline baseline) {
        return new ChartPoint(
                week, true, week.rate(), low(week, baseline), high(week, baseline), null, null, false, false, false);
    }

    /** A week on a chart without a baseline: nothing is learned from it. */
    private static ChartPoint bare(WeekCount week) {
        var rate = week.of() == 0 ? null : Double.valueOf(week.rate());
        return new ChartPoint(week, false, rate, null, null, null, null, false, false, false);
    }

    static boolean outside(WeekCount week, Baseline baseline) {
        return Math.abs(week.rate() - baseline.rate()) > SIGMAS * baseline.deviation(week.of());
    }

    private static double low(WeekCount week, Baseline baseline) {
        return Math.max(0, baseline.rate() - SIGMAS * baseline.deviation(week.of()));
    }

    private static double high(WeekCount week, Baseline baseline) {
        return Math.min(1, baseline.rate() + SIGMAS * baseline.deviation(week.of()));
    }

    static @Nullable String lacking(List<WeekCount> reference) {
        var weeks = reference.stream().filter(week -> week.of() > 0).count();
        if (weeks < FEWEST_WEEKS) {
            return "needs " + FEWEST_WEEKS + " reference weeks with outputs, has " + weeks;
        }
        var count = reference.stream().mapToLong(WeekCount::count).sum();
        var of = reference.stream().mapToLong(WeekCount::of).sum();
        return Math.min(count, of - count) < FEWEST_COUNTED
                ? "what is usual cannot be learned: in the reference weeks it happened, or did not happen, fewer than "
                        + FEWEST_COUNTED + " times"
                : null;
    }
}
