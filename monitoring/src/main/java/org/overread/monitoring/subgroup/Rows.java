package org.overread.monitoring.subgroup;

import java.util.List;
import java.util.Map;
import org.overread.monitoring.metric.Figures;

/** The labelled rows of a cohort, put in order once for all groups. */
sealed interface Rows permits SortedRows, StepRows {
    /**
     * The figures of groups.
     *
     * @param partitions whose groups do not overlap within one
     * @param wanted those of their groups to tell of
     */
    Map<Group, Figures> figures(List<Partition> partitions, List<Group> wanted, Question question);
}
