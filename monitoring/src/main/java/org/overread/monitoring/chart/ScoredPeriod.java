package org.overread.monitoring.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * The predictions of one period.
 *
 * @param flagged how many were flagged, of all
 * @param scores from 0 to 1
 * @param outcomes 1, 0 or negative for unknown; all unknown where too few are known to judge the period
 * @param fewFlagged whether the flagged, or the others, stand for few patients
 * @param fewEvents whether the events, or the non-events, stand for few patients
 */
@SuppressWarnings("ArrayRecordComponent") // columns of many cases, compared by nobody
record ScoredPeriod(PeriodCount flagged, double[] scores, byte[] outcomes, boolean fewFlagged, boolean fewEvents) {
    private static final double KNOWN = 0.8;
    private static final int BINS = 10;
    private static final String LATE =
            "what the scores mean cannot be learned from the first %s: too few outcomes are known of them";

    static ScoredPeriod of(Instant from, ChartPeriod length, Cohort cohort, double threshold) {
        var scores = cohort.scores();
        var outcomes = cohort.outcomes();
        var patients = cohort.patients();
        var flagged = new PeriodCount(
                from,
                length,
                DoubleStream.of(scores).filter(score -> score >= threshold).count(),
                scores.length);
        var known = IntStream.range(0, outcomes.length)
                .filter(row -> outcomes[row] >= 0)
                .count();
        return new ScoredPeriod(
                flagged,
                scores,
                known >= KNOWN * outcomes.length ? outcomes : unknown(outcomes.length),
                few(patients, row -> scores[row] >= threshold) || few(patients, row -> scores[row] < threshold),
                few(patients, row -> outcomes[row] == 1) || few(patients, row -> outcomes[row] == 0));
    }

    /** How often it flagged. */
    static ShownChart flagged(ChartPeriod length, List<ScoredPeriod> periods) {
        var counts = periods.stream().map(ScoredPeriod::flagged).toList();
        return ShownChart.of(
                RateChart.of(length, counts, length.reference(counts.size()), ControlCharts.SEED),
                List.of(),
                which(periods, ScoredPeriod::fewFlagged));
    }

    /** What came of what the scores promised. */
    static ShownChart outcomes(ChartPeriod length, List<ScoredPeriod> periods) {
        var first = periods.subList(0, Math.min(length.reference(periods.size()), periods.size()));
        var few = which(periods, ScoredPeriod::fewEvents);
        var counts = periods.stream().map(ScoredPeriod::events).toList();
        var plain = RateChart.lacking(length, counts.subList(0, first.size()));
        var risk = plain == null ? Recalibration.of(ladder(first)) : null;
        if (risk == null) {
            var reason = plain == null ? LATE.formatted(length.many()) : plain;
            return ShownChart.of(RateChart.bare(length, counts, reason), List.of(), few);
        }
        var expected = periods.stream()
                .map(period -> ExpectedPeriod.of(period.events(), period.scores, period.outcomes, risk))
                .toList();
        return ShownChart.of(RiskAdjustedChart.of(length, expected, first.size(), ControlCharts.SEED), List.of(), few);
    }

    /** How many events came, of how many known outcomes. */
    PeriodCount events() {
        var events = 0L;
        var known = 0L;
        for (var outcome : outcomes) {
            events += outcome == 1 ? 1 : 0;
            known += outcome >= 0 ? 1 : 0;
        }
        return new PeriodCount(flagged.from(), flagged.length(), events, known);
    }

    private static Ladder ladder(List<ScoredPeriod> periods) {
        var scores = periods.stream()
                .flatMapToDouble(period -> DoubleStream.of(period.scores))
                .toArray();
        var outcomes = new byte[scores.length];
        var at = 0;
        for (var period : periods) {
            System.arraycopy(period.outcomes, 0, outcomes, at, period.outcomes.length);
            at += period.outcomes.length;
        }
        return Ladder.of(scores, outcomes, BINS);
    }

    private static Set<Integer> which(List<ScoredPeriod> periods, Predicate<ScoredPeriod> few) {
        return IntStream.range(0, periods.size())
                .filter(period -> few.test(periods.get(period)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] unknown(int size) {
        var outcomes = new byte[size];
        Arrays.fill(outcomes, Cohort.UNKNOWN);
        return outcomes;
    }

    private static boolean few(long[] patients, IntPredicate which) {
        return SmallCells.hides(IntStream.range(0, patients.length)
                .filter(which)
                .mapToLong(row -> patients[row])
                .distinct()
                .limit(SmallCells.THRESHOLD)
                .count());
    }
}
