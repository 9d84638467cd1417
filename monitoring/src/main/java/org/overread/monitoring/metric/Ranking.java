package org.overread.monitoring.metric;

import java.util.Arrays;

/** The distinct scores of some rows in ascending order, and which of them each row has. */
public final class Ranking {
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
        var rows = Ascending.of(Arrays.copyOf(scores, size));
        var distinct = new double[size];
        var steps = new int[size];
        var step = -1;
        for (var place = 0; place < size; place++) {
            if (place == 0 || rows.score(place) != rows.score(place - 1)) {
                distinct[++step] = rows.score(place);
            }
            steps[rows.carried(place)] = step;
        }
        return new Ranking(Arrays.copyOf(distinct, step + 1), steps);
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
}
