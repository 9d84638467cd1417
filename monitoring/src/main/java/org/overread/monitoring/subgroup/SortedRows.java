package org.overread.monitoring.subgroup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Ascending;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.LadderBuilder;

/**
 * Rows sorted by score; equal scores stay in their order. One pass gives the figures of all groups of a partition, and
 * the partitions are passed through side by side.
 */
final class SortedRows implements Rows {
    /** Each carries twice its slice, and one more when it is an event. */
    private final Ascending rows;

    /** How many rows carry the same. */
    private final int[] counts;

    private SortedRows(Ascending rows, int[] counts) {
        this.rows = rows;
        this.counts = counts;
    }

    static SortedRows of(Cohort cohort) {
        var scores = new double[cohort.size];
        var carried = new int[cohort.size];
        var counts = new int[2 * cohort.dictionary().size()];
        var labelled = 0;
        for (var row = 0; row < cohort.size; row++) {
            if (cohort.outcomes[row] >= 0) {
                var number = cohort.slices[row] << 1 | cohort.outcomes[row];
                scores[labelled] = cohort.scores[row];
                carried[labelled++] = number;
                counts[number]++;
            }
        }
        return new SortedRows(Ascending.of(scores, carried, labelled), counts);
    }

    @Override
    public Map<Group, Figures> figures(List<Partition> partitions, List<Group> wanted, Question question) {
        var some = Set.copyOf(wanted);
        var figures = new ConcurrentHashMap<Group, Figures>();
        partitions.parallelStream().forEach(partition -> {
            var builders = partition.groups().stream()
                    .map(group -> some.contains(group) ? builder(group, question) : null)
                    .toArray(LadderBuilder[]::new);
            pass(partition.groupOf(), builders);
            IntStream.range(0, builders.length)
                    .parallel()
                    .filter(group -> builders[group] != null)
                    .forEach(group -> figures.put(
                            partition.groups().get(group),
                            Figures.of(builders[group].build(), question.threshold(), question.bins())));
        });
        return figures;
    }

    private LadderBuilder builder(Group group, Question question) {
        var events = group.slices().stream().map(slice -> counts[2 * slice + 1]).sum();
        var nonEvents = group.slices().stream().map(slice -> counts[2 * slice]).sum();
        return LadderBuilder.condensed(events, nonEvents, question.threshold(), question.bins());
    }

    private void pass(int[] groupOf, @Nullable LadderBuilder[] builders) {
        for (var place = 0; place < rows.size(); place++) {
            var number = rows.carried(place);
            var group = groupOf[number >> 1];
            var builder = group < 0 ? null : builders[group];
            if (builder != null) {
                builder.add(rows.score(place), (number & 1) == 1);
            }
        }
    }
}
