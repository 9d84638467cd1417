package org.overread.monitoring.subgroup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.LadderBuilder;
import org.overread.monitoring.metric.Ranking;

/** Rows sorted by score; equal scores stay in their order. One pass gives the ladders of a partition. */
final class SortedRows implements Rows {
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

    @Override
    public <T> Map<Group, T> map(List<Partition> partitions, List<Group> wanted, int bins, Function<Ladder, T> making) {
        var some = Set.copyOf(wanted);
        var made = new ConcurrentHashMap<Group, T>();
        partitions.parallelStream()
                .forEach(partition -> ladders(partition, some, bins).entrySet().parallelStream()
                        .forEach(entry -> made.put(entry.getKey(), making.apply(entry.getValue()))));
        return made;
    }

    private Map<Group, Ladder> ladders(Partition partition, Set<Group> wanted, int bins) {
        var groups = partition.groups();
        var sizes = sizes(partition);
        var builders = new @Nullable LadderBuilder[groups.size()];
        Arrays.setAll(
                builders, group -> wanted.contains(groups.get(group)) ? new LadderBuilder(sizes[group], bins) : null);
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
        var ladders = new HashMap<Group, Ladder>();
        for (var group = 0; group < builders.length; group++) {
            var builder = builders[group];
            if (builder != null) {
                ladders.put(groups.get(group), builder.build());
            }
        }
        return ladders;
    }

    private int[] sizes(Partition partition) {
        var sizes = new int[partition.groups().size()];
        for (var row : rows) {
            var group = partition.groupOf()[row >> 1];
            if (group >= 0) {
                sizes[group]++;
            }
        }
        return sizes;
    }
}
