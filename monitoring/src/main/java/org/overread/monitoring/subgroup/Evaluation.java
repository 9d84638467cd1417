package org.overread.monitoring.subgroup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a model does on a cohort, overall and by subgroup. As computed it still holds small cells: {@link
 * SmallCells#applyTo} makes the form that may be shown.
 *
 * @param rows predictions; null when hidden
 * @param labelled predictions whose outcome is known; null when hidden
 * @param positives predictions whose outcome is 1; null when hidden
 * @param threshold flags scores at or above it
 * @param overall the whole cohort, its estimates whatever its tier
 * @param subgroups attribute by attribute as asked for, then the pairs
 * @param pooled what can be shown instead of the hidden groups of an attribute: all of them together as one, such as
 *     {@code Male or (missing)}; empty once they have taken their place among the subgroups
 * @param disparities each subgroup against the reference group of its attribute
 */
public record Evaluation(
        @Nullable Long rows,
        @Nullable Long labelled,
        @Nullable Long positives,
        double threshold,
        GroupFigures overall,
        List<GroupFigures> subgroups,
        List<GroupFigures> pooled,
        List<Disparity> disparities) {
    public Evaluation {
        subgroups = List.copyOf(subgroups);
        pooled = List.copyOf(pooled);
        disparities = List.copyOf(disparities);
    }

    /** Computes every figure from the predictions themselves: nothing is binned or sampled. */
    public static Evaluation of(Cohort cohort, Question question) {
        return new Assessment(cohort, question).evaluation();
    }

    /**
     * The same with the intervals that have no formula, by {@link org.overread.monitoring.metric.PatientBootstrap}. Takes
     * longer by replicates × rows.
     */
    public static Evaluation of(Cohort cohort, Question question, int replicates) {
        return new Assessment(cohort, question, new Resampling(cohort, question, replicates)).evaluation();
    }

    /**
     * Computes every figure from counts: as exact as the steps of score are fine. Small cells are told by the same
     * steps, so none is overlooked.
     */
    public static Evaluation of(CountedCohort cohort, Question question) {
        return new Assessment(cohort, question).evaluation();
    }
}
