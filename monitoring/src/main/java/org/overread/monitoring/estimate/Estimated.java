package org.overread.monitoring.estimate;

import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * What to expect of a window whose outcomes are late, always together with how many outcomes are known by now.
 *
 * @param threshold flags scores at or above it
 */
public record Estimated(OutcomeCompleteness completeness, LabelFreeFigures figures, double threshold) {
    /** Of no matter to what is estimated: the reliability curve of the reference is not shown. */
    private static final int BINS = 10;

    /**
     * Estimates as it may be shown: what stands for too few patients is hidden.
     *
     * @param reference the window to learn from; its predictions without outcome are left out
     * @param current the window to estimate, all of it
     */
    public static Estimated of(Cohort reference, Cohort current, double threshold) {
        var completeness = OutcomeCompleteness.of(current, threshold);
        if (few(reference, score -> true) || few(current, score -> true)) {
            return new Estimated(completeness, LabelFreeFigures.undefined(SmallCells.REASON), threshold);
        }
        var figures = figures(reference, current, threshold);
        return few(current, score -> score >= threshold) || few(current, score -> score < threshold)
                ? new Estimated(completeness, figures.withoutThreshold(SmallCells.REASON), threshold)
                : new Estimated(completeness, figures, threshold);
    }

    /** The figures as they are, for those who may see everything. */
    public static Estimated unsuppressed(Cohort reference, Cohort current, double threshold) {
        return new Estimated(
                OutcomeCompleteness.unsuppressed(current, threshold),
                figures(reference, current, threshold),
                threshold);
    }

    private static LabelFreeFigures figures(Cohort reference, Cohort current, double threshold) {
        return LabelFreeFigures.of(
                Ladder.of(reference.scores(), reference.outcomes(), BINS), current.scores(), threshold);
    }

    /** Such as {@code Outcomes are known for 62 % of predictions; estimated AUROC 0.71 (assumes …).} */
    public String sentence() {
        var known = completeness.known();
        if (known == null) {
            return "There are too few patients to estimate anything.";
        }
        if (known.trials() == 0) {
            return "There are no predictions in this window yet.";
        }
        var share = "Outcomes are known for %s of predictions".formatted(OutcomeCompleteness.percent(known));
        var auroc = figures.get(Metric.AUROC);
        return auroc.value() == null
                ? "%s; AUROC cannot be estimated: %s.".formatted(share, auroc.reason())
                : "%s; estimated AUROC %.2f (%s).".formatted(share, auroc.value(), LabelFreeFigures.ASSUMES);
    }

    private static boolean few(Cohort cohort, DoublePredicate which) {
        var scores = cohort.scores();
        var patients = cohort.patients();
        return SmallCells.hides(IntStream.range(0, scores.length)
                .filter(row -> which.test(scores[row]))
                .mapToLong(row -> patients[row])
                .distinct()
                .limit(SmallCells.THRESHOLD)
                .count());
    }
}
