package org.overread.monitoring.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a {@link Ladder} from labelled rows that come in ascending order of score. */
public final class LadderBuilder {
    private static final int FIRST_STEPS = 1024;

    private final int rows;
    private final int bins;
    private double[] scores;
    private int[] events;
    private int[] nonEvents;
    private int steps;

    private final List<ReliabilityBin> equalMass = new ArrayList<>();
    private long row;
    private long binEnd;
    private long binRows;
    private long binEvents;
    private double binScores;

    /**
     * @param rows exactly how many rows will come
     * @param bins how many parts of equal mass the reliability curve has, at least 1
     */
    public LadderBuilder(int rows, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("at least one bin is needed");
        }
        this.rows = rows;
        this.bins = bins;
        var capacity = Math.min(rows, FIRST_STEPS);
        this.scores = new double[capacity];
        this.events = new int[capacity];
        this.nonEvents = new int[capacity];
        this.binEnd = endOfBin(0);
    }

    public void add(double score, boolean event) {
        if (steps == 0 || score != scores[steps - 1]) {
            climb(score);
        }
        if (event) {
            events[steps - 1]++;
            binEvents++;
        } else {
            nonEvents[steps - 1]++;
        }
        binRows++;
        binScores += score;
        if (++row == binEnd) {
            closeBin();
        }
    }

    public Ladder build() {
        if (row != rows) {
            throw new IllegalStateException(row + " rows came, " + rows + " were announced");
        }
        return new Ladder(scores, events, nonEvents, steps, equalMass);
    }

    private void climb(double score) {
        if (steps > 0 && score < scores[steps - 1]) {
            throw new IllegalArgumentException("scores must come in ascending order");
        }
        if (steps == scores.length) {
            var capacity = (int) Math.min(rows, 2L * steps);
            scores = Arrays.copyOf(scores, capacity);
            events = Arrays.copyOf(events, capacity);
            nonEvents = Arrays.copyOf(nonEvents, capacity);
        }
        scores[steps++] = score;
    }

    private void closeBin() {
        equalMass.add(new ReliabilityBin(binRows, binScores / binRows, (double) binEvents / binRows));
        binRows = 0;
        binEvents = 0;
        binScores = 0;
        binEnd = endOfBin(equalMass.size());
    }

    /** The first {@code rows % bins} parts have one row more. */
    private long endOfBin(int bin) {
        return (bin + 1L) * (rows / bins) + Math.min(bin + 1, rows % bins);
    }
}
