package org.overread.monitoring.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.overread.monitoring.metric.Remembered;

/**
 * Outcomes week by week against what the scores promise of the very patients of the week, in the three ways of {@link
 * RateChart}: limits of ±3 σ around Σp/n, the moving average of (O − Σp)/σ, and the risk-adjusted CUSUM of Steiner, Cook,
 * Farewell and Treasure (2000) for odds times and over 1.5. So sicker patients are no signal, and a model that means less
 * than it did is one. σ is widened by the dispersion of the reference weeks.
 *
 * <p>The limit of the sums is what 5 % of 2,000 simulated years pass in which nothing changed: weeks of these patients,
 * outcomes drawn by their risks, scattered as in the reference, with the intercept of the recalibration as uncertain as
 * the reference leaves it.
 */
final class RiskAdjustedChart {
    private static final double SIGMAS = 3;
    private static final int YEARS = 2_000;
    private static final int KEPT = 200;
    private static final long FEWEST_COUNTED = 11;

    /** From this variance on, the number of events is as good as normal for this purpose. */
    private static final double LARGE = 9;

    private record Simulation(List<ExpectedWeek> weeks, double dispersion, double information, long seed) {}

    private static final Remembered<Simulation, FalseAlarms> SIMULATED = new Remembered<>(KEPT);

    private RiskAdjustedChart() {}

    /**
     * Draws.
     *
     * @param weeks in the order of time, without gaps; a week without known outcomes is not judged
     * @param referenceWeeks how many of the first the recalibration was learned from
     */
    static RateChart of(List<ExpectedWeek> weeks, int referenceWeeks, long seed) {
        var reference = weeks.subList(0, Math.min(referenceWeeks, weeks.size()));
        var later = weeks.subList(reference.size(), weeks.size());
        var known = known(reference);
        var events = known.stream().mapToLong(week -> week.week().count()).sum();
        var cases = known.stream().mapToLong(week -> week.week().of()).sum();
        if (known.size() < RateChart.FEWEST_WEEKS || Math.min(events, cases - events) < FEWEST_COUNTED) {
            throw new IllegalArgumentException("the reference is too small for a recalibration, and so for a chart");
        }
        var dispersion = dispersion(known);
        var information = known.stream().mapToDouble(ExpectedWeek::variance).sum() / (dispersion * dispersion);
        var judged = known(later).isEmpty() ? known : known(later);
        var alarms = SIMULATED.get(
                new Simulation(judged.stream().map(week -> week.with(0)).toList(), dispersion, information, seed),
                RiskAdjustedChart::simulated);
        var points = new ArrayList<ChartPoint>();
        reference.forEach(week -> points.add(learned(week, dispersion)));
        points.addAll(watched(later, dispersion, new Cusum(alarms.cusumLimit())));
        return new RateChart(points, new Baseline((double) events / cases, dispersion, known.size()), alarms, null);
    }

    private static List<ExpectedWeek> known(List<ExpectedWeek> weeks) {
        return weeks.stream().filter(week -> week.week().of() > 0).toList();
    }

    /** As {@link Baseline#of}: the mean moving range of the standardised weeks, at least 1. */
    private static double dispersion(List<ExpectedWeek> weeks) {
        var ranges = 0.0;
        for (var i = 1; i < weeks.size(); i++) {
            ranges += Math.abs(weeks.get(i).standardised() - weeks.get(i - 1).standardised());
        }
        return Math.max(1, ranges / (weeks.size() - 1) / Baseline.MEAN_RANGE);
    }

    private static List<ChartPoint> watched(List<ExpectedWeek> weeks, double dispersion, Cusum cusum) {
        var ewma = new Ewma();
        var points = new ArrayList<ChartPoint>();
        for (var week : weeks) {
            if (week.week().of() == 0) {
                points.add(ChartPoint.empty(week.week(), false));
                continue;
            }
            var sustained = cusum.add(week.weightUp(dispersion), week.weightDown(dispersion)) != Cusum.Signal.NONE;
            var z = week.standardised() / dispersion;
            var drifting = ewma.add(z);
            points.add(new ChartPoint(
                    week.week(),
                    false,
                    week.week().rate(),
                    limit(week, -dispersion),
                    limit(week, dispersion),
                    cusum.up(),
                    cusum.down(),
                    Math.abs(z) > SIGMAS,
                    drifting,
                    sustained));
        }
        return points;
    }

    private static ChartPoint learned(ExpectedWeek week, double dispersion) {
        return week.week().of() == 0
                ? ChartPoint.empty(week.week(), true)
                : new ChartPoint(
                        week.week(),
                        true,
                        week.week().rate(),
                        limit(week, -dispersion),
                        limit(week, dispersion),
                        null,
                        null,
                        false,
                        false,
                        false);
    }

    private static double limit(ExpectedWeek week, double dispersion) {
        var deviation = SIGMAS * dispersion * Math.sqrt(week.variance());
        return Math.clamp((week.expected() + deviation) / week.week().of(), 0.0, 1.0);
    }

    private static FalseAlarms simulated(Simulation simulation) {
        var chance = new SplittableRandom(simulation.seed());
        var peaks = new double[YEARS];
        var outside = 0;
        var drifting = 0;
        for (var year = 0; year < YEARS; year++) {
            var points =
                    watched(year(simulation, chance), simulation.dispersion(), new Cusum(Double.POSITIVE_INFINITY));
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

    private static List<ExpectedWeek> year(Simulation simulation, SplittableRandom chance) {
        var misjudged = chance.nextGaussian() / Math.sqrt(simulation.information());
        var weeks = new ArrayList<ExpectedWeek>();
        for (var week = 0; week < FalseAlarms.WEEKS; week++) {
            var like = simulation.weeks().get(week % simulation.weeks().size());
            weeks.add(like.with(drawn(like, simulation.dispersion(), misjudged, chance)));
        }
        return weeks;
    }

    /** So many events as chance gives these patients, had the reference misjudged their log odds by so much. */
    private static long drawn(ExpectedWeek week, double dispersion, double misjudged, SplittableRandom chance) {
        var cases = week.week().of();
        var mean = Math.clamp(week.expected() + misjudged * week.variance(), 0.0, (double) cases);
        if (week.variance() >= LARGE) {
            var deviation = dispersion * Math.sqrt(week.variance());
            return Math.clamp(Math.round(mean + deviation * chance.nextGaussian()), 0, cases);
        }
        var excess = Math.sqrt((dispersion * dispersion - 1) * week.variance());
        return Chance.binomial(cases, Math.clamp((mean + excess * chance.nextGaussian()) / cases, 0.0, 1.0), chance);
    }
}
