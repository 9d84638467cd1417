package org.overread.monitoring.estimate;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Comparison;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * For how many predictions the outcome is known, and whether that hangs on being flagged (verification bias): where
 * flagged patients are looked at more closely, events among the others go unseen, and sensitivity looks better than it
 * is.
 *
 * @param known predictions with a known outcome, of all; null when hidden
 * @param flagged the same of the flagged; null when hidden
 * @param unflagged the same of the others; null when hidden
 */
public record OutcomeCompleteness(
        @Nullable Proportion known,
        @Nullable Proportion flagged,
        @Nullable Proportion unflagged) {
    private static final double ERROR_RATE = 0.05;
    private static final double WORTH_SAYING = 0.05;

    /** Counts; what stands for too few patients is hidden. */
    public static OutcomeCompleteness of(Cohort cohort, double threshold) {
        var count = new Count(cohort, threshold);
        if (count.allAreFew() || count.knownAreFew()) {
            return new OutcomeCompleteness(null, null, null);
        }
        var all = count.completeness();
        return count.splitGivesAway() ? new OutcomeCompleteness(all.known(), null, null) : all;
    }

    /** Counts for those who may see everything. */
    public static OutcomeCompleteness unsuppressed(Cohort cohort, double threshold) {
        return new Count(cohort, threshold).completeness();
    }

    /** From 0 to 1 with its Wilson interval. */
    public Estimate share() {
        return known == null ? Estimate.undefined(SmallCells.REASON) : known.wilson("no predictions");
    }

    /** Flagged against unflagged: difference by Newcombe, p-value of the two-proportion z-test. */
    public Comparison flaggedAgainstUnflagged() {
        return flagged == null || unflagged == null
                ? Comparison.undefined(SmallCells.REASON)
                : flagged.against(unflagged);
    }

    /** Whether outcomes of the flagged are known clearly more, or less, often: 5 points or more, and p below 0.05. */
    public boolean biased() {
        var compared = flaggedAgainstUnflagged();
        var difference = compared.difference().value();
        var p = compared.pValue();
        return difference != null && p != null && p < ERROR_RATE && Math.abs(difference) >= WORTH_SAYING;
    }

    /** What to say of it; empty when there is nothing to warn of. */
    public String warning() {
        if (!biased() || flagged == null || unflagged == null) {
            return "";
        }
        var more = flagged.successes() * unflagged.trials() > unflagged.successes() * flagged.trials();
        return "Outcomes are known for %s of the flagged but %s of the other predictions: figures from known outcomes "
                        .formatted(percent(flagged), percent(unflagged))
                + (more
                        ? "are likely to show a higher sensitivity and a lower specificity than is true."
                        : "are likely to show a lower sensitivity and a higher specificity than is true.");
    }

    /** A share in whole percent; never 0 or 100 where that is not exact. */
    public static String percent(Proportion share) {
        if (share.trials() == 0) {
            return "none";
        }
        var percent = 100.0 * share.successes() / share.trials();
        var extreme = percent > 0 && percent < 1 || percent > 99 && percent < 100;
        return extreme
                ? String.format(Locale.ROOT, "%.1f %%", Math.clamp(percent, 0.1, 99.9))
                : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    /** Predictions and distinct patients by whether they are flagged and whether their outcome is known. */
    private static final class Count {
        private static final int KNOWN = 1;
        private static final int FLAGGED = 2;

        private final long[] predictions = new long[4];
        private final long[] patients;
        private final byte[] cells;

        Count(Cohort cohort, double threshold) {
            patients = cohort.patients();
            cells = new byte[patients.length];
            var scores = cohort.scores();
            var outcomes = cohort.outcomes();
            for (var row = 0; row < scores.length; row++) {
                cells[row] = (byte) ((scores[row] >= threshold ? FLAGGED : 0) + (outcomes[row] >= 0 ? KNOWN : 0));
                predictions[cells[row]]++;
            }
        }

        Proportion known(boolean flagged) {
            var cell = flagged ? FLAGGED : 0;
            return new Proportion(predictions[cell + KNOWN], predictions[cell] + predictions[cell + KNOWN]);
        }

        OutcomeCompleteness completeness() {
            var flagged = known(true);
            var unflagged = known(false);
            var all =
                    new Proportion(flagged.successes() + unflagged.successes(), flagged.trials() + unflagged.trials());
            return new OutcomeCompleteness(all, flagged, unflagged);
        }

        boolean allAreFew() {
            return few(cell -> true);
        }

        boolean knownAreFew() {
            return few(cell -> (cell & KNOWN) != 0);
        }

        boolean splitGivesAway() {
            return few(cell -> (cell & FLAGGED) != 0)
                    || few(cell -> (cell & FLAGGED) == 0)
                    || few(cell -> cell == FLAGGED + KNOWN)
                    || few(cell -> cell == KNOWN);
        }

        private boolean few(IntPredicate which) {
            return SmallCells.hides(IntStream.range(0, cells.length)
                    .filter(row -> which.test(cells[row]))
                    .mapToLong(row -> patients[row])
                    .distinct()
                    .limit(SmallCells.THRESHOLD)
                    .count());
        }
    }
}
