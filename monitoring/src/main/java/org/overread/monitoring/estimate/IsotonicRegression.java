package org.overread.monitoring.estimate;

import java.util.Arrays;
import org.overread.monitoring.metric.Ladder;

/**
 * The increasing function of the score that fits the outcomes best in least squares: pool adjacent violators over the
 * distinct scores, each with its number of predictions as weight. Between two scores it is linear; below the lowest and
 * above the highest it stays as it is there. The value is the expected share of events, from 0 to 1.
 *
 * <p>Agrees with scikit-learn {@code IsotonicRegression(out_of_bounds="clip")}.
 */
public final class IsotonicRegression {
    private final double[] scores;
    private final double[] shares;

    private IsotonicRegression(double[] scores, double[] shares) {
        this.scores = scores;
        this.shares = shares;
    }

    /**
     * Fits outcome on score.
     *
     * @throws IllegalArgumentException when there is no labelled prediction to fit, or the ladder is condensed
     */
    public static IsotonicRegression of(Ladder labelled) {
        if (labelled.condensed()) {
            throw new IllegalArgumentException("every distinct score is needed, not a condensed ladder");
        }
        var steps = labelled.steps();
        if (steps == 0) {
            throw new IllegalArgumentException("there is no labelled prediction to fit");
        }
        var scores = new double[steps];
        Arrays.setAll(scores, labelled::score);
        return new IsotonicRegression(scores, pooled(labelled));
    }

    /** The share of events to expect at a score from 0 to 1. */
    public double at(double score) {
        // written so that NaN fails it
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " is not from 0 to 1");
        }
        var found = Arrays.binarySearch(scores, score);
        if (found >= 0) {
            return shares[found];
        }
        var above = -found - 1;
        if (above == 0) {
            return shares[0];
        }
        if (above == scores.length) {
            return shares[above - 1];
        }
        var slope = (shares[above] - shares[above - 1]) / (scores[above] - scores[above - 1]);
        return shares[above - 1] + slope * (score - scores[above - 1]);
    }

    /** Whole numbers are pooled, so that no rounding decides which of two neighbours is higher. */
    private static double[] pooled(Ladder labelled) {
        var steps = labelled.steps();
        var events = new long[steps];
        var sizes = new long[steps];
        var lengths = new int[steps];
        var blocks = 0;
        for (var step = 0; step < steps; step++, blocks++) {
            events[blocks] = (long) labelled.events(step);
            sizes[blocks] = (long) (labelled.events(step) + labelled.nonEvents(step));
            lengths[blocks] = 1;
            while (blocks > 0 && events[blocks - 1] * sizes[blocks] >= events[blocks] * sizes[blocks - 1]) {
                blocks--;
                events[blocks] += events[blocks + 1];
                sizes[blocks] += sizes[blocks + 1];
                lengths[blocks] += lengths[blocks + 1];
            }
        }
        var shares = new double[steps];
        for (int block = 0, step = 0; block < blocks; step += lengths[block++]) {
            Arrays.fill(shares, step, step + lengths[block], (double) events[block] / sizes[block]);
        }
        return shares;
    }
}
