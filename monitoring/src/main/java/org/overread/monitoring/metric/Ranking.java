package org.overread.monitoring.metric;

import java.util.Arrays;

/**
 * The distinct scores of some rows in ascending order, and which of them each row has. Exact in either of two ways:
 * scores on a grid of millionths (what files and databases mostly hold) are counted without sorting, all others are
 * sorted.
 */
public final class Ranking {
    private static final int GRID = 1_000_000;
    private static final int SORT_BELOW = 20_000;

    private final double[] distinct;
    private final int[] steps;

    private Ranking(double[] distinct, int[] steps) {
        this.distinct = distinct;
        this.steps = steps;
    }

    /**
     * Ranks the first {@code size} scores.
     *
     * @param scores from 0 to 1
     * @throws IllegalArgumentException when a score is outside, or NaN
     */
    public static Ranking of(double[] scores, int size) {
        for (var i = 0; i < size; i++) {
            // written so that NaN fails it
            if (!(scores[i] >= 0 && scores[i] <= 1)) {
                throw new IllegalArgumentException("score " + scores[i] + " is not from 0 to 1");
            }
        }
        return size >= SORT_BELOW && onGrid(scores, size) ? counted(scores, size) : sorted(scores, size);
    }

    public int size() {
        return distinct.length;
    }

    /** The score of a step, counted from 0 at the lowest. */
    public double score(int step) {
        return distinct[step];
    }

    /** The step of a row. */
    public int step(int row) {
        return steps[row];
    }

    private static boolean onGrid(double[] scores, int size) {
        for (var i = 0; i < size; i++) {
            if ((double) Math.round(scores[i] * GRID) / GRID != scores[i]) {
                return false;
            }
        }
        return true;
    }

    private static Ranking counted(double[] scores, int size) {
        var stepOf = new int[GRID + 1];
        var steps = new int[size];
        for (var i = 0; i < size; i++) {
            steps[i] = (int) Math.round(scores[i] * GRID);
            stepOf[steps[i]] = 1;
        }
        var distinct = new double[Arrays.stream(stepOf).sum()];
        for (int point = 0, next = 0; point <= GRID; point++) {
            if (stepOf[point] == 1) {
                distinct[next] = (double) point / GRID;
                stepOf[point] = next++;
            }
        }
        for (var i = 0; i < size; i++) {
            steps[i] = stepOf[steps[i]];
        }
        return new Ranking(distinct, steps);
    }

    private static Ranking sorted(double[] scores, int size) {
        var ascending = new double[size];
        for (var i = 0; i < size; i++) {
            ascending[i] = scores[i] + 0.0; // -0.0 becomes 0.0
        }
        Arrays.parallelSort(ascending);
        var count = 0;
        for (var i = 0; i < size; i++) {
            if (i == 0 || ascending[i] != ascending[i - 1]) {
                ascending[count++] = ascending[i];
            }
        }
        var distinct = Arrays.copyOf(ascending, count);
        var steps = new int[size];
        for (var i = 0; i < size; i++) {
            steps[i] = Arrays.binarySearch(distinct, scores[i] + 0.0);
        }
        return new Ranking(distinct, steps);
    }
}
