package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Metric;

/**
 * The figures of some rows written down from their definitions, row by row: nothing is put in order once, nothing is
 * summed up beforehand, nothing is shared. NaN where a figure is undefined.
 */
final class PlainFigures {
    private static final double CLIP = 1e-6;

    private final double[] scores;
    private final int[] outcomes;
    private final double[] events;
    private final double[] nonEvents;

    /** @param rows score and outcome of the labelled rows, in their order */
    PlainFigures(List<double[]> rows) {
        scores = rows.stream().mapToDouble(row -> row[0]).toArray();
        outcomes = rows.stream().mapToInt(row -> (int) row[1]).toArray();
        events = rows.stream()
                .filter(row -> row[1] == 1)
                .mapToDouble(row -> row[0])
                .sorted()
                .toArray();
        nonEvents = rows.stream()
                .filter(row -> row[1] == 0)
                .mapToDouble(row -> row[0])
                .sorted()
                .toArray();
    }

    Map<Metric, Double> values(double threshold, int bins) {
        var n = scores.length;
        var hits = flagged(events, threshold);
        var falseAlarms = flagged(nonEvents, threshold);
        var flagged = hits + falseAlarms;
        var brier = mean(row -> Math.pow(scores[row] - outcomes[row], 2));
        var share = (double) events.length / n;
        var all = new EnumMap<Metric, Double>(Metric.class);
        all.put(
                Metric.AUROC,
                Arrays.stream(events)
                        .map(s -> placement(nonEvents, s))
                        .average()
                        .orElse(Double.NaN));
        all.put(Metric.AUPRC, averagePrecision());
        all.put(Metric.SENSITIVITY, (double) hits / events.length);
        all.put(Metric.SPECIFICITY, 1 - (double) falseAlarms / nonEvents.length);
        all.put(Metric.PPV, (double) hits / flagged);
        all.put(Metric.NPV, (double) (nonEvents.length - falseAlarms) / (n - flagged));
        all.put(Metric.F1, 2.0 * hits / (flagged + events.length));
        all.put(Metric.FLAG_RATE, (double) flagged / n);
        all.put(Metric.PREVALENCE, share);
        all.put(Metric.NET_BENEFIT, (hits - falseAlarms * threshold / (1 - threshold)) / n);
        all.put(Metric.BRIER, brier);
        all.put(Metric.SCALED_BRIER, 1 - brier / (share * (1 - share)));
        all.put(Metric.ECE_EQUAL_WIDTH, calibrationError(equalWidth(bins)));
        all.put(Metric.ECE_EQUAL_MASS, calibrationError(equalMass(bins)));
        all.put(Metric.OBSERVED_EXPECTED, events.length / Arrays.stream(scores).sum());
        return all;
    }

    /** Half the width of the interval of DeLong. */
    double halfOfAuroc() {
        var variance =
                variance(Arrays.stream(events).map(s -> placement(nonEvents, s)).toArray()) / events.length
                        + variance(Arrays.stream(nonEvents)
                                        .map(s -> 1 - placement(events, s))
                                        .toArray())
                                / nonEvents.length;
        return 1.959963984540054 * Math.sqrt(variance);
    }

    /**
     * How steep the likelihood of a calibration line still is where it should be highest: the sums over rows of residual
     * and of residual × logit, each in standard errors.
     */
    double[] gradient(double intercept, double slope) {
        var sums = new double[4];
        for (var row = 0; row < scores.length; row++) {
            var score = Math.clamp(scores[row], CLIP, 1 - CLIP);
            var logit = Math.log(score / (1 - score));
            var p = 1 / (1 + Math.exp(-intercept - slope * logit));
            sums[0] += outcomes[row] - p;
            sums[1] += (outcomes[row] - p) * logit;
            sums[2] += p * (1 - p);
            sums[3] += p * (1 - p) * logit * logit;
        }
        return new double[] {sums[0] / Math.sqrt(sums[2]), sums[1] / Math.sqrt(sums[3])};
    }

    private double averagePrecision() {
        var sum = 0.0;
        for (var score : events) {
            double caught = flagged(events, score);
            sum += caught / (caught + flagged(nonEvents, score));
        }
        return sum / events.length;
    }

    private List<int[]> equalWidth(int bins) {
        return IntStream.range(0, bins)
                .mapToObj(bin -> IntStream.range(0, scores.length)
                        .filter(row -> scores[row] >= (double) bin / bins)
                        .filter(row -> bin == bins - 1 || scores[row] < (bin + 1.0) / bins)
                        .toArray())
                .toList();
    }

    /** As {@code numpy.array_split} of a stable order. */
    private List<int[]> equalMass(int bins) {
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        var parts = new ArrayList<int[]>();
        for (int part = 0, from = 0; part < bins; part++) {
            var to = from + order.length / bins + (part < order.length % bins ? 1 : 0);
            parts.add(Arrays.copyOfRange(order, from, to));
            from = to;
        }
        return parts;
    }

    private double calibrationError(List<int[]> parts) {
        return parts.stream()
                        .mapToDouble(rows -> Math.abs(Arrays.stream(rows)
                                .mapToDouble(row -> scores[row] - outcomes[row])
                                .sum()))
                        .sum()
                / scores.length;
    }

    private double mean(IntToDoubleFunction value) {
        return IntStream.range(0, scores.length).mapToDouble(value).average().orElse(Double.NaN);
    }

    private static double variance(double[] values) {
        var mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    /** The share of sorted scores below one; equal ones count one half. */
    private static double placement(double[] sorted, double score) {
        return (2.0 * sorted.length - flagged(sorted, score) - flagged(sorted, Math.nextUp(score))) / 2 / sorted.length;
    }

    /** How many of the sorted scores are at or above one. */
    private static int flagged(double[] sorted, double score) {
        var low = 0;
        for (var high = sorted.length; low < high; ) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] >= score) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted.length - low;
    }
}
