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
 * The predictions of one week.
 *
 * @param scores from 0 to 1
 * @param outcomes 1, 0 or negative for unknown; all unknown where too few are known to judge the week
 * @param flagged how many were flagged, of all
 * @param fewFlagged whether the flagged, or the others, stand for few patients
 * @param fewEvents whether the events, or the non-events, stand for few patients
 */
@SuppressWarnings("ArrayRecordComponent") // columns of many cases, compared by nobody
record ScoredWeek(
        Instant from, double[] scores, byte[] outcomes, WeekCount flagged, boolean fewFlagged, boolean fewEvents) {
    private static final int FEWEST = RateChart.FEWEST_WEEKS;
    private static final int MOST = 12;
    private static final double KNOWN = 0.8;
    private static final int BINS = 10;
    private static final String LATE =
            "what the scores mean cannot be learned from the first weeks: too few outcomes are known of them";

    static ScoredWeek of(Instant from, Cohort cohort, double threshold) {
        var scores = cohort.scores();
        var outcomes = cohort.outcomes();
        var patients = cohort.patients();
        var flagged = new WeekCount(
                from,
                DoubleStream.of(scores).filter(score -> score >= threshold).count(),
                scores.length);
        var known = IntStream.range(0, outcomes.length)
                .filter(row -> outcomes[row] >= 0)
                .count();
        return new ScoredWeek(
                from,
                scores,
                known >= KNOWN * outcomes.length ? outcomes : unknown(outcomes.length),
                flagged,
                few(patients, row -> scores[row] >= threshold) || few(patients, row -> scores[row] < threshold),
                few(patients, row -> outcomes[row] == 1) || few(patients, row -> outcomes[row] == 0));
    }

    /** How often it flagged. */
    static ShownChart flagged(List<ScoredWeek> weeks) {
        var counts = weeks.stream().map(ScoredWeek::flagged).toList();
        return ShownChart.of(
                RateChart.of(counts, reference(weeks), ControlCharts.SEED),
                List.of(),
                which(weeks, ScoredWeek::fewFlagged));
    }

    /** What came of what the scores promised. */
    static ShownChart outcomes(List<ScoredWeek> weeks) {
        var first = weeks.subList(0, Math.min(reference(weeks), weeks.size()));
        var few = which(weeks, ScoredWeek::fewEvents);
        var counts = weeks.stream().map(ScoredWeek::events).toList();
        var plain = RateChart.lacking(counts.subList(0, first.size()));
        var risk = plain == null ? Recalibration.of(ladder(first)) : null;
        if (risk == null) {
            return ShownChart.of(RateChart.bare(counts, plain == null ? LATE : plain), List.of(), few);
        }
        var expected = weeks.stream()
                .map(week -> ExpectedWeek.of(week.from, week.scores, week.outcomes, risk))
                .toList();
        return ShownChart.of(RiskAdjustedChart.of(expected, first.size(), ControlCharts.SEED), List.of(), few);
    }

    private static int reference(List<ScoredWeek> weeks) {
        return Math.clamp(weeks.size() / 3, FEWEST, MOST);
    }

    private WeekCount events() {
        var events = 0L;
        var known = 0L;
        for (var outcome : outcomes) {
            events += outcome == 1 ? 1 : 0;
            known += outcome >= 0 ? 1 : 0;
        }
        return new WeekCount(from, events, known);
    }

    private static Ladder ladder(List<ScoredWeek> weeks) {
        var scores = weeks.stream()
                .flatMapToDouble(week -> DoubleStream.of(week.scores))
                .toArray();
        var outcomes = new byte[scores.length];
        var at = 0;
        for (var week : weeks) {
            System.arraycopy(week.outcomes, 0, outcomes, at, week.outcomes.length);
            at += week.outcomes.length;
        }
        return Ladder.of(scores, outcomes, BINS);
    }

    private static Set<Integer> which(List<ScoredWeek> weeks, Predicate<ScoredWeek> few) {
        return IntStream.range(0, weeks.size())
                .filter(week -> few.test(weeks.get(week)))
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
