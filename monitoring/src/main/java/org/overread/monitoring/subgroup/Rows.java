package org.overread.monitoring.subgroup;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.ScoreGrid;

/**
 * The labelled rows of a cohort, put in order once for all groups. Both ways are exact: where the scores have few
 * decimals and the counts fit into the cache the rows are counted, otherwise they are sorted.
 */
sealed interface Rows permits CountedRows, SortedRows, StepRows {
    static Rows of(Cohort cohort) {
        var grid = ScoreGrid.of(cohort.scores, cohort.size);
        return grid != null && CountedRows.worthwhile(cohort, grid)
                ? CountedRows.of(cohort, grid)
                : SortedRows.of(cohort);
    }

    /**
     * Makes something of the ladder of each group of a partition.
     *
     * @param partitions whose groups do not overlap within one
     * @param wanted those of their groups to make something of
     * @param bins how many parts of equal mass the reliability curve has
     */
    <T> Map<Group, T> map(List<Partition> partitions, List<Group> wanted, int bins, Function<Ladder, T> making);
}
