package org.overread.monitoring.subgroup;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.LadderBuilder;
import org.overread.monitoring.metric.Ranking;

/** The labelled rows of a cohort, sorted once by score (equal scores stay in their order) for all groups. */
final class SortedRows {
    private final Ranking ranking;
    private final int[] ends;
    private final int[] rows;

    private SortedRows(Ranking ranking, int[] ends, int[] rows) {
        this.ranking = ranking;
        this.ends = ends;
        this.rows = rows;
    }

    static SortedRows of(Cohort cohort) {
        var ranking = Ranking.of(cohort.scores, cohort.size);
        var ends = new int[ranking.size() + 1];
        for (var row = 0; row < cohort.size; row++) {
            if (cohort.outcomes[row] >= 0) {
                ends[ranking.step(row) + 1]++;
            }
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        var sorted = new int[ends[ranking.size()]];
        for (var row = 0; row < cohort.size; row++) {
            if (cohort.outcomes[row] >= 0) {
                sorted[ends[ranking.step(row)]++] = cohort.slices[row] << 1 | cohort.outcomes[row];
            }
        }
        // each entry has moved on to where the next step begins
        return new SortedRows(ranking, ends, sorted);
    }

    /** One pass gives the ladders of all wanted groups of a partition; the others stay null. */
    @Nullable Ladder[] ladders(Partition partition, BitSet wanted, Tally tally, int bins) {
        var groups = partition.groups().size();
        var builders = new @Nullable LadderBuilder[groups];
        wanted.stream().forEach(group -> {
            var labelled = tally.predictions(partition.groups().get(group).slices(), Tally.EVENTS | Tally.NON_EVENTS);
            builders[group] = new LadderBuilder(Math.toIntExact(labelled), bins);
        });
        for (int step = 0, at = 0; step < ranking.size(); step++) {
            var score = ranking.score(step);
            for (; at < ends[step]; at++) {
                var group = partition.groupOf()[rows[at] >> 1];
                var builder = group < 0 ? null : builders[group];
                if (builder != null) {
                    builder.add(score, (rows[at] & 1) == 1);
                }
            }
        }
        var ladders = new @Nullable Ladder[groups];
        Arrays.setAll(ladders, group -> builders[group] == null ? null : builders[group].build());
        return ladders;
    }
}
