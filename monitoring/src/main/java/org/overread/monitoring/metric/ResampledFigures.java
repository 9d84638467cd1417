package org.overread.monitoring.metric;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The figures whose interval has no formula, of rows that are each taken a number of times: what {@link
 * PatientBootstrap} asks again and again. F1, net benefit, (scaled) Brier score, and both calibration errors, whose parts
 * are formed anew each time; by Σ over bins |Σ score − Σ outcome| / n a calibration error needs no means.
 *
 * <p>A calibration error cannot fall below 0, so chance only ever adds to it: of a well calibrated model the replicates,
 * and with them the interval, lie higher than the figure.
 */
public final class ResampledFigures {
    public static final List<Metric> METRICS = List.of(
            Metric.F1,
            Metric.NET_BENEFIT,
            Metric.BRIER,
            Metric.SCALED_BRIER,
            Metric.ECE_EQUAL_WIDTH,
            Metric.ECE_EQUAL_MASS);

    private final int[] patients;
    private final byte[] outcomes;
    private final double[] gaps;
    private final double[] squares;
    private final int[] binEnds;
    private final int firstFlagged;
    private final double threshold;
    private final int bins;

    /**
     * Takes the labelled rows of one group in ascending order of score.
     *
     * @param outcomes 1 event, 0 no event
     * @param patients the patient of each row, as {@link PatientBootstrap#patient}
     * @param threshold flags scores at or above it
     * @param bins of the equal-width and the equal-mass calibration error
     */
    public ResampledFigures(double[] scores, byte[] outcomes, int[] patients, double threshold, int bins) {
        if (outcomes.length != scores.length || patients.length != scores.length) {
            throw new IllegalArgumentException("every row needs a score, an outcome and a patient");
        }
        this.patients = patients.clone();
        this.outcomes = outcomes.clone();
        this.threshold = threshold;
        this.bins = bins;
        gaps = new double[scores.length];
        squares = new double[scores.length];
        binEnds = new int[bins];
        var unflagged = 0;
        for (var row = 0; row < scores.length; row++) {
            gaps[row] = scores[row] - outcomes[row];
            squares[row] = gaps[row] * gaps[row];
            binEnds[Calibration.binOf(scores[row], bins)] = row + 1;
            unflagged += scores[row] < threshold ? 1 : 0;
        }
        firstFlagged = unflagged;
    }

    /** How many rows there are. */
    public int size() {
        return patients.length;
    }

    /** The figures of several groups in a row, from one draw of patients. */
    public static double[] of(List<ResampledFigures> groups, int[] times) {
        var all = new double[groups.size() * METRICS.size()];
        for (var group = 0; group < groups.size(); group++) {
            groups.get(group).of(times, all, group * METRICS.size());
        }
        return all;
    }

    /** The figures of each group with their intervals; of an undefined figure the reason remains. */
    public static List<Figures> withIntervals(
            List<ResampledFigures> groups, List<Figures> figures, PatientBootstrap bootstrap) {
        var replicates = bootstrap.replicates(times -> of(groups, times));
        var all = new ArrayList<Figures>();
        for (var group = 0; group < groups.size(); group++) {
            Map<Metric, Estimate> intervals = new EnumMap<>(Metric.class);
            for (var metric = 0; metric < METRICS.size(); metric++) {
                var point = figures.get(group).get(METRICS.get(metric));
                intervals.put(
                        METRICS.get(metric), bootstrap.interval(point, replicates[group * METRICS.size() + metric]));
            }
            all.add(figures.get(group).with(intervals));
        }
        return all;
    }

    /** Writes the figures in the order of {@link #METRICS}; not finite where undefined. */
    private void of(int[] times, double[] into, int at) {
        var sums = new Sums(times);
        var widthGaps = 0.0;
        for (var end : binEnds) {
            if (end > 0) {
                var before = sums.gap;
                sums.add(Math.min(end, Math.max(sums.row, firstFlagged)));
                sums.flagFrom(firstFlagged);
                sums.add(end);
                widthGaps += Math.abs(sums.gap - before);
            }
        }
        sums.flagFrom(firstFlagged);
        sums.write(into, at, widthGaps);
    }

    /** Rows add to these from the lowest score up. */
    private final class Sums {
        private final int[] times;
        private final long size;
        private int row;
        private long taken;
        private long events;
        private long unflagged;
        private long unflaggedEvents;
        private double square;
        private double gap;
        private double gapBeforePart;
        private double massGaps;
        private int part;
        private long partEnd;

        Sums(int[] times) {
            this.times = times;
            var all = 0L;
            for (var patient : patients) {
                all += times[patient];
            }
            size = all;
            partEnd = sizeOf(0);
        }

        /** Adds the rows up to, and without, the end: what the computer spends its time with, so no field is touched. */
        void add(int end) {
            var count = taken;
            var happened = events;
            var sumOfSquares = square;
            var sumOfGaps = gap;
            for (var next = row; next < end; next++) {
                var drawn = times[patients[next]];
                if (count + drawn >= partEnd) {
                    closeParts(count, drawn, sumOfGaps, gaps[next]);
                }
                count += drawn;
                happened += drawn * outcomes[next];
                sumOfSquares += drawn * squares[next];
                sumOfGaps += drawn * gaps[next];
            }
            row = Math.max(row, end);
            taken = count;
            events = happened;
            square = sumOfSquares;
            gap = sumOfGaps;
        }

        /** Ends the parts of equal mass that end within a row drawn so many times. */
        private void closeParts(long before, int drawn, double gapBefore, double gapOfOne) {
            while (part < bins && before + drawn >= partEnd) {
                var gapAtEnd = gapBefore + (partEnd - before) * gapOfOne;
                massGaps += Math.abs(gapAtEnd - gapBeforePart);
                gapBeforePart = gapAtEnd;
                partEnd = ++part < bins ? partEnd + sizeOf(part) : Long.MAX_VALUE;
            }
        }

        /** As {@code numpy.array_split}: the first parts have one row more. */
        private long sizeOf(int next) {
            return size / bins + (next < size % bins ? 1 : 0);
        }

        void flagFrom(int first) {
            if (row == first) {
                unflagged = taken;
                unflaggedEvents = events;
            }
        }

        void write(double[] into, int at, double widthGaps) {
            var truePositives = events - unflaggedEvents;
            var flagged = taken - unflagged;
            var share = (double) events / taken;
            var brier = square / taken;
            into[at] = 2.0 * truePositives / (flagged + events);
            into[at + 1] = (truePositives - (flagged - truePositives) * threshold / (1 - threshold)) / taken;
            into[at + 2] = brier;
            into[at + 3] = 1 - brier / (share * (1 - share));
            into[at + 4] = widthGaps / taken;
            into[at + 5] = massGaps / taken;
        }
    }
}
