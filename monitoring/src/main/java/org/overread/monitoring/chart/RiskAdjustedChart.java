package org.overread.monitoring.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.overread.monitoring.metric.Remembered;

/**
 * Outcomes period by period against what the scores promise of the very patients of the period, in the three ways of {@link
 * RateChart}: limits of ±3 σ around Σp/n, the moving average of (O − Σp)/σ, and the risk-adjusted CUSUM of Steiner, Cook,
 * Farewell and Treasure (2000) for odds times and over 1.5. So sicker patients are no signal, and a model that means less
 * than it did is one. σ is widened by the dispersion of the reference periods.
 *
 * <p>The limit of the sums is what 5 % of 2,000 simulated years pass, each after another, in which nothing changed: these
 * patients, outcomes drawn by their risks, scattered as in the reference, with the intercept of the recalibration as
 * uncertain as the reference leaves it.
 */
final class RiskAdjustedChart {
    private static final double SIGMAS = 3;
    private static final int YEARS = 2_000;
    private static final int KEPT = 200;

    /** From this variance on, the number of events is as good as normal for this purpose. */
    private static final double LARGE = 9;

    private record Simulation(List<ExpectedPeriod> periods, double dispersion, double information, long seed) {}

    private static final Remembered<Simulation, FalseAlarms> SIMULATED = new Remembered<>(KEPT);

    private RiskAdjustedChart() {}

    /**
     * Draws.
     *
     * @param periods in the order of time, without gaps; a period without known outcomes is not judged
     * @param referencePeriods how many of the first the recalibration was learned from
     */
    static RateChart of(ChartPeriod length, List<ExpectedPeriod> periods, int referencePeriods, long seed) {
        var reference = periods.subList(0, Math.min(referencePeriods, periods.size()));
        var later = periods.subList(reference.size(), periods.size());
        var known = known(reference);
        var events =
                known.stream().mapToLong(period -> period.counted().count()).sum();
        var cases = known.stream().mapToLong(period -> period.counted().of()).sum();
        if (RateChart.lacking(
                        length, known.stream().map(ExpectedPeriod::counted).toList())
                != null) {
            throw new IllegalArgumentException("the reference is too small for a recalibration, and so for a chart");
        }
        var dispersion = dispersion(known);
        var information = known.stream().mapToDouble(ExpectedPeriod::variance).sum() / (dispersion * dispersion);
        var judged = known(later).isEmpty() ? known : known(later);
        var alarms = SIMULATED.get(
                new Simulation(judged.stream().map(period -> period.with(0)).toList(), dispersion, information, seed),
                RiskAdjustedChart::simulated);
        var points = new ArrayList<ChartPoint>();
        reference.forEach(period -> points.add(learned(period, dispersion)));
        points.addAll(watched(later, dispersion, new Cusum(alarms.cusumLimit())));
        return new RateChart(
                length, points, new Baseline((double) events / cases, dispersion, known.size()), alarms, null);
    }

    private static List<ExpectedPeriod> known(List<ExpectedPeriod> periods) {
        return periods.stream().filter(period -> period.counted().of() > 0).toList();
    }

    /**
     * √(χ²/(k − 1)) of k periods, at least 1 (McCullagh and Nelder 1989, 4.5.2). The moving range of {@link Baseline#of}
     * would scatter more, and guards against a level that moves, which the recalibration has fitted here.
     */
    private static double dispersion(List<ExpectedPeriod> periods) {
        var squares = periods.stream()
                .mapToDouble(ExpectedPeriod::standardised)
                .map(z -> z * z)
                .sum();
        return Math.max(1, Math.sqrt(squares / (periods.size() - 1)));
    }

    private static List<ChartPoint> watched(List<ExpectedPeriod> periods, double dispersion, Cusum cusum) {
        var ewma = new Ewma();
        var points = new ArrayList<ChartPoint>();
        for (var period : periods) {
            if (period.counted().of() == 0) {
                points.add(ChartPoint.empty(period.counted(), false));
                continue;
            }
            var sustained = cusum.add(period.weightUp(dispersion), period.weightDown(dispersion)) != Cusum.Signal.NONE;
            var z = period.standardised() / dispersion;
            var drifting = ewma.add(z);
            points.add(new ChartPoint(
                    period.counted(),
                    false,
                    period.counted().rate(),
                    limit(period, -dispersion),
                    limit(period, dispersion),
                    cusum.up(),
                    cusum.down(),
                    Math.abs(z) > SIGMAS,
                    drifting,
                    sustained));
        }
        return points;
    }

    private static ChartPoint learned(ExpectedPeriod period, double dispersion) {
        return period.counted().of() == 0
                ? ChartPoint.empty(period.counted(), true)
                : new ChartPoint(
                        period.counted(),
                        true,
                        period.counted().rate(),
                        limit(period, -dispersion),
                        limit(period, dispersion),
                        null,
                        null,
                        false,
                        false,
                        false);
    }

    private static double limit(ExpectedPeriod period, double dispersion) {
        var deviation = SIGMAS * dispersion * Math.sqrt(period.variance());
        return Math.clamp((period.expected() + deviation) / period.counted().of(), 0.0, 1.0);
    }

    private static FalseAlarms simulated(Simulation simulation) {
        var chance = new SplittableRandom(simulation.seed());
        var length = simulation.periods().getFirst().counted().length();
        var peaks = new double[YEARS];
        var outside = 0;
        var drifting = 0;
        for (var year = 0; year < YEARS; year++) {
            var points = FalseAlarms.secondYear(
                    length,
                    watched(years(simulation, chance), simulation.dispersion(), new Cusum(Double.POSITIVE_INFINITY)));
            peaks[year] = points.stream().mapToDouble(FalseAlarms::sum).max().orElse(0);
            outside += points.stream().anyMatch(ChartPoint::outside) ? 1 : 0;
            drifting += points.stream().anyMatch(ChartPoint::drifting) ? 1 : 0;
        }
        Arrays.sort(peaks);
        var limit = peaks[(int) Math.ceil(YEARS * (1 - FalseAlarms.DECLARED)) - 1];
        return new FalseAlarms(
                Math.max(limit, Double.MIN_NORMAL),
                YEARS,
                simulation.seed(),
                (double) outside / YEARS,
                (double) drifting / YEARS);
    }

    private static List<ExpectedPeriod> years(Simulation simulation, SplittableRandom chance) {
        var misjudged = chance.nextGaussian() / Math.sqrt(simulation.information());
        var periods = new ArrayList<ExpectedPeriod>();
        var length = simulation.periods().getFirst().counted().length();
        for (var period = 0; period < 2 * length.inAYear(); period++) {
            var like = simulation.periods().get(period % simulation.periods().size());
            periods.add(like.with(drawn(like, simulation.dispersion(), misjudged, chance)));
        }
        return periods;
    }

    /** So many events as chance gives these patients, had the reference misjudged their log odds by so much. */
    private static long drawn(ExpectedPeriod period, double dispersion, double misjudged, SplittableRandom chance) {
        var cases = period.counted().of();
        var mean = Math.clamp(period.expected() + misjudged * period.variance(), 0.0, (double) cases);
        if (period.variance() >= LARGE) {
            var deviation = dispersion * Math.sqrt(period.variance());
            return Math.clamp(Math.round(mean + deviation * chance.nextGaussian()), 0, cases);
        }
        var excess = Math.sqrt((dispersion * dispersion - 1) * period.variance());
        return Chance.binomial(cases, Math.clamp((mean + excess * chance.nextGaussian()) / cases, 0.0, 1.0), chance);
    }
}
