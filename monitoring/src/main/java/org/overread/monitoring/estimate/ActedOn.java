package org.overread.monitoring.estimate;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * What clinicians acted on, and performance as it was beside what it would be had nobody acted; what stands for few
 * patients is hidden.
 *
 * @param cases predictions with a known outcome; null when hidden
 * @param acted how many of them a clinician accepted; null when hidden
 * @param lines the naive figure beside the adjusted; empty when there is a reason
 * @param effective how many unweighted cases the adjusted figures weigh as much as; null when there is a reason
 * @param reason why there is nothing to adjust or to show; null when there is
 */
public record ActedOn(
        @Nullable Long cases,
        @Nullable Long acted,
        double threshold,
        List<Line> lines,
        @Nullable Double effective,
        @Nullable String reason) {
    /** What must be said wherever the adjusted figures are shown. */
    public static final String ASSUMES =
            "assumes that among cases of like score it does not hang on the patient's true risk who was acted on, and"
                    + " that an output which was overridden, ignored or never shown changed nothing";

    private static final long SEED = 20_260_101;
    private static final int BINS = 10;

    /**
     * One figure both ways.
     *
     * @param naive from the outcomes as they came
     * @param adjusted as if nobody had acted
     */
    public record Line(Metric metric, Estimate naive, Estimate adjusted) {}

    public ActedOn {
        lines = List.copyOf(lines);
    }

    /** Nothing to adjust, for a reason. */
    public static ActedOn undefined(double threshold, String reason) {
        return new ActedOn(null, null, threshold, List.of(), null, reason);
    }

    /** Compares at a threshold that flags scores at or above it. */
    public static ActedOn of(AnsweredCases cases, double threshold) {
        var counted = new Counted(cases, threshold);
        if (counted.acted() == 0) {
            return undefined(threshold, "nobody accepted an output whose outcome is known yet");
        }
        if (counted.tooFew()) {
            return undefined(threshold, SmallCells.REASON);
        }
        var adjusted = AdherenceAdjusted.of(cases, threshold, SEED);
        var naive = Figures.of(Ladder.of(cases.scores(), counted.outcomes(), BINS), threshold, BINS);
        return new ActedOn(
                (long) cases.size(),
                counted.acted(),
                threshold,
                List.of(
                        new Line(Metric.AUROC, naive.get(Metric.AUROC), adjusted.auroc()),
                        new Line(Metric.SENSITIVITY, naive.get(Metric.SENSITIVITY), adjusted.sensitivity()),
                        new Line(Metric.PPV, naive.get(Metric.PPV), adjusted.ppv())),
                adjusted.effective(),
                null);
    }

    /** Such as {@code Clinicians acted on 412 of 3,200 cases. Had nobody acted, AUROC would be about 0.74, not 0.71.} */
    public String sentence() {
        if (lines.isEmpty()) {
            return "Whether acting on the output hides how good it is cannot be said: %s.".formatted(reason);
        }
        var said = String.format(
                Locale.ROOT, "Clinicians acted on %,d of %,d outputs with a known outcome.", acted, cases);
        var auroc = lines.getFirst();
        var naive = auroc.naive().value();
        var adjusted = auroc.adjusted().value();
        return adjusted == null || naive == null
                ? "%s What would be had nobody acted cannot be said: %s."
                        .formatted(said, auroc.adjusted().reason())
                : String.format(
                        Locale.ROOT,
                        "%s Had nobody acted, AUROC would be about %.2f; as the outcomes came, it is %.2f.",
                        said,
                        adjusted,
                        naive);
    }

    /** Cases and patients, by whether they were acted on, flagged and an event. */
    private static final class Counted {
        private final double threshold;
        private final double[] scores;
        private final boolean[] events;
        private final boolean[] acted;
        private final long[] patients;

        Counted(AnsweredCases cases, double threshold) {
            this.threshold = threshold;
            scores = cases.scores();
            events = cases.outcomes();
            acted = cases.acted();
            patients = cases.patients();
        }

        long acted() {
            return rows(row -> acted[row]).count();
        }

        byte[] outcomes() {
            var outcomes = new byte[events.length];
            rows(row -> events[row]).forEach(row -> outcomes[row] = 1);
            return outcomes;
        }

        /** Any of the cells that the shown counts and rates let a reader work out. */
        boolean tooFew() {
            return few(row -> acted[row])
                    || few(row -> !acted[row])
                    || few(row -> events[row] && flagged(row))
                    || few(row -> events[row] && !flagged(row))
                    || few(row -> !events[row] && flagged(row))
                    || few(row -> !events[row] && !flagged(row));
        }

        private boolean flagged(int row) {
            return scores[row] >= threshold;
        }

        private boolean few(IntPredicate which) {
            return SmallCells.hides(rows(which)
                    .mapToLong(row -> patients[row])
                    .distinct()
                    .limit(SmallCells.THRESHOLD)
                    .count());
        }

        private IntStream rows(IntPredicate which) {
            return IntStream.range(0, scores.length).filter(which);
        }
    }
}
