package org.overread.monitoring.subgroup;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.LadderBuilder;
import org.overread.monitoring.metric.ScoreGrid;
import org.overread.monitoring.metric.Stretch;

/**
 * Rows counted in one pass by slice, score and outcome; the counts of any group are the sums of its slices. Only the
 * order of equal scores is lost, which matters where a part of equal mass ends within them: {@link Ties} looks it up.
 */
final class CountedRows implements Rows {
    /** Counts of 16 MB stay near the processor. */
    private static final int MOST_COUNTS = 1 << 22;

    private static final int OUTCOMES = 2;

    private final Cohort cohort;
    private final ScoreGrid grid;
    private final int[] counts;

    private CountedRows(Cohort cohort, ScoreGrid grid, int[] counts) {
        this.cohort = cohort;
        this.grid = grid;
        this.counts = counts;
    }

    /** Whether counting is faster than sorting: the counts must be few, also beside the rows. */
    static boolean worthwhile(Cohort cohort, ScoreGrid grid) {
        var counts = size(cohort, grid);
        return counts <= MOST_COUNTS && counts <= cohort.size;
    }

    static CountedRows of(Cohort cohort, ScoreGrid grid) {
        var counts = Stretch.over(cohort.size)
                .map(stretch -> count(cohort, grid, stretch))
                .reduce(CountedRows::sum)
                .orElseThrow();
        return new CountedRows(cohort, grid, counts);
    }

    @Override
    public <T> Map<Group, T> map(List<Partition> partitions, List<Group> wanted, int bins, Function<Ladder, T> making) {
        var ties = new Ties(grid);
        wanted.forEach(group -> ladder(group, bins, ties.asking(group)));
        ties.lookUp(cohort);
        return wanted.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Function.identity(), group -> making.apply(ladder(group, bins, ties.answering(group)))));
    }

    /** @param eventsAmongFirst how many events are among the first rows of a step, given the step and how many rows */
    private Ladder ladder(Group group, int bins, IntBinaryOperator eventsAmongFirst) {
        var steps = grid.steps();
        var sums = new int[steps * OUTCOMES];
        group.slices().stream().forEach(slice -> {
            for (int i = 0, from = slice * sums.length; i < sums.length; i++) {
                sums[i] += counts[from + i];
            }
        });
        var builder = new LadderBuilder(IntStream.of(sums).sum(), bins);
        for (var step = 0; step < steps; step++) {
            int nonEvents = sums[step * OUTCOMES];
            int events = sums[step * OUTCOMES + 1];
            if (events + nonEvents > 0) {
                var here = step;
                builder.add(grid.score(step), events, nonEvents, rows -> eventsAmongFirst.applyAsInt(here, rows));
            }
        }
        return builder.build();
    }

    private static long size(Cohort cohort, ScoreGrid grid) {
        return (long) cohort.dictionary().size() * grid.steps() * OUTCOMES;
    }

    private static int[] count(Cohort cohort, ScoreGrid grid, Stretch stretch) {
        var counts = new int[Math.toIntExact(size(cohort, grid))];
        for (var row = stretch.from(); row < stretch.to(); row++) {
            int outcome = cohort.outcomes[row];
            if (outcome >= 0) {
                counts[(cohort.slices[row] * grid.steps() + grid.step(cohort.scores[row])) * OUTCOMES + outcome]++;
            }
        }
        return counts;
    }

    private static int[] sum(int[] one, int[] other) {
        var sums = new int[one.length];
        for (var i = 0; i < sums.length; i++) {
            sums[i] = one[i] + other[i];
        }
        return sums;
    }
}
