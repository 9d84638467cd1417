package org.overread.monitoring.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        var once = computing.once();
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

    /** One cohort, computed on again and again with other multiplicities of its patients; rows by ascending score. */
    private static final class Computing {
        private final int size;
        private final int below;
        private final int[] steps;
        private final int[] strata;
        private final int[] patients;
        private final boolean[] outcomes;
        private final boolean[] acted;
        private final int distinctPatients;

        Computing(AnsweredCases cases, double threshold) {
            size = cases.size();
            var ranking = Ranking.of(cases.scores(), size);
            var byScore = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingInt(ranking::step))
                    .mapToInt(Integer::intValue)
                    .toArray();
            steps = Arrays.stream(byScore).map(ranking::step).toArray();
            below = (int) Arrays.stream(cases.scores())
                    .filter(score -> score < threshold)
                    .count();
            strata = strata(size, below);
            var known = new HashMap<Long, Integer>();
            var keys = cases.patients();
            patients = Arrays.stream(byScore)
                    .map(row -> known.computeIfAbsent(keys[row], each -> known.size()))
                    .toArray();
            distinctPatients = known.size();
            outcomes = sorted(cases.outcomes(), byScore);
            acted = sorted(cases.acted(), byScore);
        }

        private static boolean[] sorted(boolean[] values, int[] byScore) {
            var sorted = new boolean[values.length];
            for (var place = 0; place < values.length; place++) {
                sorted[place] = values[byScore[place]];
            }
            return sorted;
        }

        private static int[] strata(int size, int below) {
            var strata = new int[size];
            for (var place = 0; place < size; place++) {
                strata[place] = place < below
                        ? (int) ((long) place * STRATA / below)
                        : STRATA + (int) ((long) (place - below) * STRATA / (size - below));
            }
            return strata;
        }

        int[] once() {
            var once = new int[distinctPatients];
            Arrays.fill(once, 1);
            return once;
        }

        /** Why nothing can be said; empty when something can. */
        String lacking() {
            if (size == 0) {
                return "no case with a known outcome";
            }
            var treated = new int[2 * STRATA];
            var left = new int[2 * STRATA];
            IntStream.range(0, size).forEach(row -> (acted[row] ? treated : left)[strata[row]]++);
            return IntStream.range(0, 2 * STRATA).anyMatch(stratum -> treated[stratum] > 0 && left[stratum] < FEWEST)
                    ? "nearly every case of some range of scores was acted on: fewer than " + FEWEST
                            + " show what happens otherwise"
                    : "";
        }

        /** AUROC, sensitivity and PPV; NaN where undefined. */
        double[] figures(int[] times) {
            var weights = weights(times);
            double concordant = 0;
            double others = 0;
            double events = 0;
            double othersBelowStep = 0;
            double unflaggedEvents = 0;
            double unflagged = 0;
            var pairedWithStep = 0.0;
            for (var row = 0; row < size; row++) {
                if (row == below) {
                    unflaggedEvents = events;
                    unflagged = events + others;
                }
                if (row == 0 || steps[row] != steps[row - 1]) {
                    concordant += pairedWithStep * (othersBelowStep + others) / 2;
                    othersBelowStep = others;
                    pairedWithStep = 0;
                }
                if (acted[row]) {
                    continue;
                }
                var weight = times[patients[row]] * weights[strata[row]];
                if (outcomes[row]) {
                    events += weight;
                    pairedWithStep += weight;
                } else {
                    others += weight;
                }
            }
            concordant += pairedWithStep * (othersBelowStep + others) / 2;
            var flaggedEvents = below == size ? 0 : events - unflaggedEvents;
            var flagged = below == size ? 0 : events + others - unflagged;
            return new double[] {concordant / (events * others), flaggedEvents / events, flaggedEvents / flagged};
        }

        double effective(int[] times) {
            var weights = weights(times);
            var sum = 0.0;
            var squares = 0.0;
            for (var row = 0; row < size; row++) {
                var weight = acted[row] ? 0 : times[patients[row]] * weights[strata[row]];
                sum += weight;
                squares += weight * weight;
            }
            return sum * sum / squares;
        }

        /** By stratum: how many cases one that was not acted on stands for. */
        private double[] weights(int[] times) {
            var all = new long[2 * STRATA];
            var left = new long[2 * STRATA];
            for (var row = 0; row < size; row++) {
                all[strata[row]] += times[patients[row]];
                left[strata[row]] += acted[row] ? 0 : times[patients[row]];
            }
            var weights = new double[2 * STRATA];
            Arrays.setAll(weights, stratum -> left[stratum] == 0 ? 0 : (double) all[stratum] / left[stratum]);
            return weights;
        }

        double[][] bootstrap(SplittableRandom chance) {
            // one generator for each replicate, so that it does not matter which thread takes which
            var drawn = Stream.generate(chance::split).limit(REPLICATES).toList().parallelStream()
                    .map(random -> figures(times(random)))
                    .toList();
            return IntStream.range(0, 3)
                    .mapToObj(figure ->
                            drawn.stream().mapToDouble(values -> values[figure]).toArray())
                    .toArray(double[][]::new);
        }

        private int[] times(SplittableRandom random) {
            var times = new int[distinctPatients];
            for (var draw = 0; draw < distinctPatients; draw++) {
                times[random.nextInt(distinctPatients)]++;
            }
            return times;
        }
    }
}
