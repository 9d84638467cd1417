package org.overread.monitoring.estimate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.Ranking;

/**
 * What performance to expect of predictions whose outcomes are not known (confidence-based performance estimation,
 * CBPE). The share of events c(s) at a score s is learned in a reference window by {@link IsotonicRegression}; a
 * prediction at or above the threshold then adds c(s) to the expected true positives and 1 − c(s) to the false ones, one
 * below it to the expected false and true negatives. AUROC is the area under the expected ROC curve, equal scores
 * together.
 *
 * <p>All of it assumes that a score still means what it meant in the reference window (no concept shift): should the
 * outcomes behave differently at the same score, this estimate does not see it. Hence it belongs beside {@link
 * OutcomeCompleteness} and nowhere alone.
 *
 * @param estimates by metric, in the order to show them; each is a value, or the reason why there is none
 */
public record LabelFreeFigures(Map<Metric, Estimate> estimates) {
    /** How the figures are named in every answer. */
    public static final String METHOD = "cbpe";

    /** What must be said wherever they are shown. */
    public static final String ASSUMES = "assumes that a score still means what it meant in the reference window";

    /** What can be estimated in this way. */
    public static final List<Metric> METRICS = List.of(
            Metric.AUROC,
            Metric.SENSITIVITY,
            Metric.SPECIFICITY,
            Metric.PPV,
            Metric.NPV,
            Metric.F1,
            Metric.FLAG_RATE,
            Metric.PREVALENCE);

    /** As for every figure of discrimination, fewer of either say nothing. */
    private static final long FEWEST = 20;

    public LabelFreeFigures {
        estimates = Collections.unmodifiableMap(new EnumMap<>(estimates));
    }

    /**
     * Estimates.
     *
     * @param reference the labelled predictions to learn from
     * @param scores of the predictions to estimate for, from 0 to 1
     * @param threshold flags scores at or above it
     */
    public static LabelFreeFigures of(Ladder reference, double[] scores, double threshold) {
        if (Math.min(reference.events(), reference.nonEvents()) < FEWEST) {
            return undefined(
                    "the reference window has fewer than " + FEWEST + " events or non-events with known outcome");
        }
        if (scores.length == 0) {
            return undefined("no predictions");
        }
        return new Expectation(IsotonicRegression.of(reference), scores, threshold).figures();
    }

    /** None of them, for one reason. */
    public static LabelFreeFigures undefined(String reason) {
        var all = new EnumMap<Metric, Estimate>(Metric.class);
        METRICS.forEach(metric -> all.put(metric, Estimate.undefined(reason)));
        return new LabelFreeFigures(all);
    }

    public Estimate get(Metric metric) {
        return estimates.getOrDefault(metric, Estimate.undefined("cannot be estimated without outcomes"));
    }

    /** These figures without those at the threshold. */
    public LabelFreeFigures withoutThreshold(String reason) {
        return without(Metric::atThreshold, reason);
    }

    private LabelFreeFigures without(Predicate<Metric> hidden, String reason) {
        var all = new EnumMap<>(estimates);
        all.replaceAll((metric, estimate) -> hidden.test(metric) ? Estimate.undefined(reason) : estimate);
        return new LabelFreeFigures(all);
    }

    /** Sums expectations from the highest score down. */
    private static final class Expectation {
        private final int predictions;
        private double truePositives;
        private double falsePositives;
        private double falseNegatives;
        private double trueNegatives;
        private double concordant;

        Expectation(IsotonicRegression share, double[] scores, double threshold) {
            predictions = scores.length;
            var ranking = Ranking.of(scores, scores.length);
            var counts = new int[ranking.size()];
            for (var row = 0; row < scores.length; row++) {
                counts[ranking.step(row)]++;
            }
            for (var step = counts.length - 1; step >= 0; step--) {
                var score = ranking.score(step);
                add(counts[step], share.at(score), score >= threshold);
            }
        }

        private void add(int count, double share, boolean flagged) {
            var events = count * share;
            var nonEvents = count - events;
            concordant += nonEvents * (truePositives + falseNegatives + events / 2);
            if (flagged) {
                truePositives += events;
                falsePositives += nonEvents;
            } else {
                falseNegatives += events;
                trueNegatives += nonEvents;
            }
        }

        LabelFreeFigures figures() {
            var events = truePositives + falseNegatives;
            var nonEvents = falsePositives + trueNegatives;
            var flagged = truePositives + falsePositives;
            var all = new EnumMap<Metric, Estimate>(Metric.class);
            all.put(Metric.AUROC, ratio(concordant, events * nonEvents, "no events, or nothing else, are expected"));
            all.put(Metric.SENSITIVITY, ratio(truePositives, events, "no events are expected"));
            all.put(Metric.SPECIFICITY, ratio(trueNegatives, nonEvents, "no non-events are expected"));
            all.put(Metric.PPV, ratio(truePositives, flagged, "nothing is flagged at this threshold"));
            all.put(
                    Metric.NPV,
                    ratio(trueNegatives, trueNegatives + falseNegatives, "everything is flagged at this threshold"));
            all.put(
                    Metric.F1,
                    ratio(2 * truePositives, flagged + events, "no events are expected, nothing is flagged"));
            all.put(Metric.FLAG_RATE, ratio(flagged, predictions, "no predictions"));
            all.put(Metric.PREVALENCE, ratio(events, predictions, "no predictions"));
            return new LabelFreeFigures(all);
        }

        private static Estimate ratio(double part, double whole, String reasonWhenEmpty) {
            return whole > 0 ? Estimate.of(Math.min(1, part / whole), METHOD) : Estimate.undefined(reasonWhenEmpty);
        }
    }
}
