package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * Scores with few decimals, such as 0.4173: all of them are k/{@code size}. They can be counted by k, which is exact and
 * needs no sorting.
 *
 * @param size a power of ten, at most a million
 */
public record ScoreGrid(int size) {
    private static final int COARSEST = 10;
    private static final int FINEST = 1_000_000;

    /** The coarsest grid that holds the first {@code size} scores; null when even the finest does not. */
    public static @Nullable ScoreGrid of(double[] scores, int size) {
        var coarsest = Stretch.over(size)
                .mapToInt(stretch -> sizeFor(scores, stretch))
                .max()
                .orElse(COARSEST);
        return coarsest > FINEST ? null : new ScoreGrid(coarsest);
    }

    private static int sizeFor(double[] scores, Stretch stretch) {
        var grid = new ScoreGrid(COARSEST);
        for (var row = stretch.from(); row < stretch.to(); row++) {
            while (!grid.holds(scores[row])) {
                grid = new ScoreGrid(grid.size * 10);
                if (grid.size > FINEST) {
                    return grid.size;
                }
            }
        }
        return grid.size;
    }

    /** How many different scores there may be. */
    public int steps() {
        return size + 1;
    }

    /** The step of a score that the grid holds, counted from 0. */
    public int step(double score) {
        return (int) (score * size + 0.5);
    }

    public double score(int step) {
        return (double) step / size;
    }

    private boolean holds(double score) {
        return score(step(score)) == score;
    }
}
