package org.overread.monitoring.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Ranking;

/**
 * Performance as it would be had nobody acted on the output. Where a clinician acts, the event may be averted, and a
 * right alert then looks like a false one. So only cases that were <em>not</em> acted on are counted, each weighted by
 * one over the share not acted on in its stratum of scores (inverse-probability weighting). Strata are fifths of the
 * cases by score on either side of the threshold. Intervals are percentiles of a seeded bootstrap by patient that weights
 * anew each time.
 *
 * <p>Assumes that among cases of like score it does not hang on the patient's true risk who is acted on; that an output
 * which was overridden, ignored or never shown changed nothing; and that somebody was not acted on in every stratum
 * (positivity). The last is checked: without it there is a reason instead of a figure.
 *
 * @param auroc weighted Mann–Whitney, equal scores one half
 * @param sensitivity of the flagged, scores at or above the threshold
 * @param ppv positive predictive value
 * @param effective how many unweighted cases carry as much, (Σw)² / Σw²; 0 without figures
 */
public record AdherenceAdjusted(Estimate auroc, Estimate sensitivity, Estimate ppv, double effective) {
    public static final String METHOD = "ipw-bootstrap";

    /** Enough for an interval to two digits. */
    public static final int REPLICATES = 500;

    private static final int STRATA = 5;
    private static final int FEWEST = 11;
    private static final double LOST = 0.05;

    /**
     * Adjusts.
     *
     * @param threshold flags scores at or above it
     * @param seed of the bootstrap
     */
    public static AdherenceAdjusted of(AnsweredCases cases, double threshold, long seed) {
        var computing = new Computing(cases, threshold);
        var lacking = computing.lacking();
        if (!lacking.isEmpty()) {
            var none = Estimate.undefined(lacking);
            return new AdherenceAdjusted(none, none, none, 0);
        }
        var once = new int[cases.size()];
        Arrays.fill(once, 1);
        var values = computing.figures(once);
        var replicates = computing.bootstrap(new SplittableRandom(seed));
        return new AdherenceAdjusted(
                estimate(values[0], replicates[0]),
                estimate(values[1], replicates[1]),
                estimate(values[2], replicates[2]),
                computing.effective(once));
    }

    private static Estimate estimate(double value, double[] replicates) {
        if (Double.isNaN(value)) {
            return Estimate.undefined("no events, no other cases or nothing flagged among those not acted on");
        }
        var known = Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
        return known.length < REPLICATES * (1 - LOST)
                ? Estimate.withoutInterval(value, "too few cases were not acted on for an interval")
                : Estimate.of(value, quantile(known, 0.025), quantile(known, 0.975), METHOD);
    }

    /** Linear between order statistics, as {@code numpy.quantile}. */
    private static double quantile(double[] ascending, double share) {
        var at = share * (ascending.length - 1);
        var below = (int) at;
        var above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (at - below) * (ascending[above] - ascending[below]);
    }

    /** One cohort, computed on again and again with other multiplicities of its patients. */
    private static final class Computing {
        private final AnsweredCases cases;
        private final Ranking ranking;
        private final double threshold;
        private final int[] strata;
        private final boolean[] outcomes;
        private final boolean[] acted;

        Computing(AnsweredCases cases, double threshold) {
            this.cases = cases;
            this.threshold = threshold;
            outcomes = cases.outcomes();
            acted = cases.acted();
            ranking = Ranking.of(cases.scores(), cases.size());
            strata = strata();
        }

        private int[] strata() {
            var byScore = IntStream.range(0, cases.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(ranking::step))
                    .mapToInt(Integer::intValue)
                    .toArray();
            var below = (int) Arrays.stream(cases.scores())
                    .filter(score -> score < threshold)
                    .count();
            var strata = new int[cases.size()];
            for (var place = 0; place < byScore.length; place++) {
                strata[byScore[place]] = place < below
                        ? (int) ((long) place * STRATA / below)
                        : STRATA + (int) ((long) (place - below) * STRATA / (byScore.length - below));
            }
            return strata;
        }

        /** Why nothing can be said; empty when something can. */
        String lacking() {
            if (cases.size() == 0) {
                return "no case with a known outcome";
            }
            var treated = new int[2 * STRATA];
            var left = new int[2 * STRATA];
            IntStream.range(0, cases.size()).forEach(row -> (acted[row] ? treated : left)[strata[row]]++);
            return IntStream.range(0, 2 * STRATA).anyMatch(stratum -> treated[stratum] > 0 && left[stratum] < FEWEST)
                    ? "nearly every case of some range of scores was acted on: fewer than " + FEWEST
                            + " show what happens otherwise"
                    : "";
        }

        /** AUROC, sensitivity and PPV; NaN where undefined. */
        double[] figures(int[] times) {
            var weights = weights(times);
            var events = new double[ranking.size()];
            var others = new double[ranking.size()];
            for (var row = 0; row < times.length; row++) {
                (outcomes[row] ? events : others)[ranking.step(row)] += weights[row];
            }
            double concordant = 0;
            double othersBelow = 0;
            double allEvents = 0;
            double flaggedEvents = 0;
            double flagged = 0;
            for (var step = 0; step < events.length; step++) {
                concordant += events[step] * (othersBelow + others[step] / 2);
                othersBelow += others[step];
                allEvents += events[step];
                if (ranking.score(step) >= threshold) {
                    flaggedEvents += events[step];
                    flagged += events[step] + others[step];
                }
            }
            return new double[] {
                concordant / (allEvents * othersBelow), flaggedEvents / allEvents, flaggedEvents / flagged
            };
        }

        double effective(int[] times) {
            var weights = weights(times);
            var sum = Arrays.stream(weights).sum();
            return sum
                    * sum
                    / Arrays.stream(weights).map(weight -> weight * weight).sum();
        }

        private double[] weights(int[] times) {
            var all = new double[2 * STRATA];
            var left = new double[2 * STRATA];
            for (var row = 0; row < times.length; row++) {
                all[strata[row]] += times[row];
                left[strata[row]] += acted[row] ? 0 : times[row];
            }
            var weights = new double[times.length];
            for (var row = 0; row < times.length; row++) {
                weights[row] = acted[row] || times[row] == 0 ? 0 : times[row] * all[strata[row]] / left[strata[row]];
            }
            return weights;
        }

        double[][] bootstrap(SplittableRandom chance) {
            var patients = new HashMap<Long, Integer>();
            var patient = Arrays.stream(cases.patients())
                    .mapToInt(key -> patients.computeIfAbsent(key, each -> patients.size()))
                    .toArray();
            var replicates = new double[3][REPLICATES];
            for (var replicate = 0; replicate < REPLICATES; replicate++) {
                var drawn = new int[patients.size()];
                chance.ints(drawn.length, 0, drawn.length).forEach(each -> drawn[each]++);
                var values =
                        figures(Arrays.stream(patient).map(each -> drawn[each]).toArray());
                for (var figure = 0; figure < values.length; figure++) {
                    replicates[figure][replicate] = values[figure];
                }
            }
            return replicates;
        }
    }
}
