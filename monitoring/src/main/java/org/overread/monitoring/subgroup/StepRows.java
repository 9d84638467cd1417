package org.overread.monitoring.subgroup;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.LadderBuilder;

/**
 * Rows that were counted before, by slice and step of score. The order of the rows of a step is not known: where a part
 * of equal mass ends within them, both classes are shared out evenly.
 */
final class StepRows implements Rows {
    private final CountedCohort cohort;

    StepRows(CountedCohort cohort) {
        this.cohort = cohort;
    }

    @Override
    public Map<Group, Figures> figures(List<Partition> partitions, List<Group> wanted, Question question) {
        return wanted.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Function.identity(),
                        group -> Figures.of(
                                ladder(group.slices(), question.bins()), question.threshold(), question.bins())));
    }

    private Ladder ladder(BitSet slices, int bins) {
        var events = new int[cohort.steps()];
        var nonEvents = new int[cohort.steps()];
        slices.stream()
                .forEach(slice -> cohort.counts(slice, (step, more, moreNot, unknown) -> {
                    events[step] += more;
                    nonEvents[step] += moreNot;
                }));
        var builder = LadderBuilder.exact(
                Arrays.stream(events).sum(), Arrays.stream(nonEvents).sum(), bins);
        for (var step = 0; step < events.length; step++) {
            if (events[step] + nonEvents[step] > 0) {
                var share = (double) events[step] / (events[step] + nonEvents[step]);
                builder.add(cohort.score(step), events[step], nonEvents[step], rows -> (int) Math.round(rows * share));
            }
        }
        return builder.build();
    }

    /** The lowest score that is flagged: that of the first step whose score is, since steps are flagged as a whole. */
    static double flaggedFrom(CountedCohort cohort, double threshold) {
        var scores = new double[cohort.steps()];
        Arrays.setAll(scores, cohort::score);
        var place = Arrays.binarySearch(scores, threshold);
        var step = place < 0 ? -place - 1 : place;
        return step == scores.length ? Double.POSITIVE_INFINITY : cohort.floor(step);
    }
}
