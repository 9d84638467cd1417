package org.overread.monitoring.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Remembered;

/**
 * How often a chart calls without cause, and the limit of its cumulative sums. Both come from simulated years in which
 * nothing changed: reference weeks of the same sizes are drawn and learned from, then a year of weeks as large as those
 * that are watched. So the limit allows for what few reference weeks leave uncertain, and for overdispersion.
 *
 * @param cusumLimit h: the sums pass it in {@value #DECLARED} of such years
 * @param years how many years were simulated
 * @param seed of the simulation
 * @param pChart the share of years with a week outside the limits of the p-chart
 * @param ewma the share of years in which the moving average left its limits
 */
public record FalseAlarms(double cusumLimit, int years, long seed, double pChart, double ewma) {
    /** The share of years without a change in which the cumulative sums signal. */
    public static final double DECLARED = 0.05;

    /** A year, as charts count it. */
    public static final int WEEKS = 52;

    private static final int YEARS = 2_000;
    private static final int KEPT = 500;

    /** The mean number of weeks to a false signal of the sums, when they are as rare as declared: some 1,014. */
    public static double runLength() {
        return -WEEKS / Math.log1p(-DECLARED);
    }

    /** All that limits hang on; what was counted in the watched weeks does not matter, only how much could be. */
    private record Simulation(Baseline baseline, List<Long> reference, List<Long> sizes, long seed) {}

    /** Limits are asked for with every page, and change at most once a week. */
    private static final Remembered<Simulation, FalseAlarms> SIMULATED = new Remembered<>(KEPT);

    static FalseAlarms simulated(Baseline baseline, List<WeekCount> reference, List<WeekCount> watched, long seed) {
        var sizes = sizes(watched.stream().anyMatch(week -> week.of() > 0) ? watched : reference);
        return SIMULATED.get(new Simulation(baseline, sizes(reference), sizes, seed), FalseAlarms::simulated);
    }

    private static FalseAlarms simulated(Simulation simulation) {
        var chance = new SplittableRandom(simulation.seed());
        var baseline = simulation.baseline();
        var sizes = simulation.sizes();
        var peaks = new double[YEARS];
        var outside = 0;
        var drifting = 0;
        for (var year = 0; year < YEARS; year++) {
            var learned = relearned(baseline, simulation.reference(), chance);
            var points = RateChart.watched(year(baseline, sizes, chance), learned, new Cusum(Double.POSITIVE_INFINITY));
            peaks[year] = points.stream().mapToDouble(FalseAlarms::sum).max().orElse(0);
            outside += points.stream().anyMatch(ChartPoint::outside) ? 1 : 0;
            drifting += points.stream().anyMatch(ChartPoint::drifting) ? 1 : 0;
        }
        Arrays.sort(peaks);
        var limit = peaks[(int) Math.ceil(YEARS * (1 - DECLARED)) - 1];
        return new FalseAlarms(
                Math.max(limit, Double.MIN_NORMAL),
                YEARS,
                simulation.seed(),
                (double) outside / YEARS,
                (double) drifting / YEARS);
    }

    static double sum(ChartPoint point) {
        var up = point.up();
        var down = point.down();
        return up == null || down == null ? 0 : Math.max(up, down);
    }

    /** What would have been learned had the same reference weeks come out by chance once more. */
    private static Baseline relearned(Baseline truth, List<Long> reference, SplittableRandom chance) {
        var drawn = reference.stream()
                .map(of -> Chance.week(week(of), truth, chance))
                .toList();
        var count = drawn.stream().mapToLong(WeekCount::count).sum();
        var of = drawn.stream().mapToLong(WeekCount::of).sum();
        return count == 0 || count == of ? truth : Baseline.of(drawn);
    }

    private static List<WeekCount> year(Baseline truth, List<Long> sizes, SplittableRandom chance) {
        return IntStream.range(0, WEEKS)
                .mapToObj(week -> Chance.week(week(sizes.get(week % sizes.size())), truth, chance))
                .toList();
    }

    private static WeekCount week(long of) {
        return new WeekCount(Instant.EPOCH, 0, of);
    }

    private static List<Long> sizes(List<WeekCount> weeks) {
        return weeks.stream().map(WeekCount::of).filter(of -> of > 0).toList();
    }
}
