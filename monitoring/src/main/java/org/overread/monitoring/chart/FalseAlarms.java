package org.overread.monitoring.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Remembered;

/**
 * How often a chart calls without cause, and the limit of its cumulative sums. Both come from simulated years in which
 * nothing changed: reference periods of the same sizes are drawn and learned from, then two years of periods as large as
 * those that are watched. The second year counts: the sums of the first have only just begun. So the limit allows for
 * what few reference periods leave uncertain, and for overdispersion.
 *
 * @param cusumLimit h: the sums pass it in {@value #DECLARED} of such years
 * @param years how many years were simulated
 * @param seed of the simulation
 * @param pChart the share of years with a period outside the limits of the p-chart
 * @param ewma the share of years in which the moving average left its limits
 */
public record FalseAlarms(double cusumLimit, int years, long seed, double pChart, double ewma) {
    /** The share of years without a change in which the cumulative sums signal. */
    public static final double DECLARED = 0.05;

    private static final int YEARS = 2_000;
    private static final int KEPT = 500;

    /** The mean number of weeks to a false signal of the sums, when they are as rare as declared: some 1,014. */
    public static double runLength() {
        return -ChartPeriod.WEEK.inAYear() / Math.log1p(-DECLARED);
    }

    /** All that limits hang on; what was counted in the watched periods does not matter, only how much could be. */
    private record Simulation(
            ChartPeriod length, Baseline baseline, List<Long> reference, List<Long> sizes, long seed) {}

    /** Limits are asked for with every page, and change at most once a period. */
    private static final Remembered<Simulation, FalseAlarms> SIMULATED = new Remembered<>(KEPT);

    static FalseAlarms simulated(Baseline baseline, List<PeriodCount> reference, List<PeriodCount> watched, long seed) {
        var sizes = sizes(watched.stream().anyMatch(period -> period.of() > 0) ? watched : reference);
        var length = reference.getFirst().length();
        return SIMULATED.get(new Simulation(length, baseline, sizes(reference), sizes, seed), FalseAlarms::simulated);
    }

    private static FalseAlarms simulated(Simulation simulation) {
        var chance = new SplittableRandom(simulation.seed());
        var peaks = new double[YEARS];
        var outside = 0;
        var drifting = 0;
        for (var year = 0; year < YEARS; year++) {
            var learned = relearned(simulation, chance);
            var points = secondYear(
                    simulation.length(),
                    RateChart.watched(years(simulation, chance), learned, new Cusum(Double.POSITIVE_INFINITY)));
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

    /** What would have been learned had the same reference periods come out by chance once more. */
    private static Baseline relearned(Simulation simulation, SplittableRandom chance) {
        var drawn =
                drawn(simulation, simulation.reference(), simulation.reference().size(), chance);
        var count = drawn.stream().mapToLong(PeriodCount::count).sum();
        var of = drawn.stream().mapToLong(PeriodCount::of).sum();
        return count == 0 || count == of ? simulation.baseline() : Baseline.of(drawn);
    }

    private static List<PeriodCount> years(Simulation simulation, SplittableRandom chance) {
        return drawn(simulation, simulation.sizes(), 2 * simulation.length().inAYear(), chance);
    }

    static List<ChartPoint> secondYear(ChartPeriod length, List<ChartPoint> points) {
        return points.subList(length.inAYear(), 2 * length.inAYear());
    }

    /** So many periods of these sizes, over and over. */
    private static List<PeriodCount> drawn(
            Simulation simulation, List<Long> sizes, int periods, SplittableRandom chance) {
        return IntStream.range(0, periods)
                .mapToObj(period -> sizes.get(period % sizes.size()))
                .map(of -> new PeriodCount(Instant.EPOCH, simulation.length(), 0, of))
                .map(period -> Chance.period(period, simulation.baseline(), chance))
                .toList();
    }

    private static List<Long> sizes(List<PeriodCount> periods) {
        return periods.stream().map(PeriodCount::of).filter(of -> of > 0).toList();
    }
}
