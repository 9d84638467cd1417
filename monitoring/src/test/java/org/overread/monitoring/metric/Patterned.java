package org.overread.monitoring.metric;

/**
 * Rows that R, Python and Java make alike from their number i: score ((37 i mod 101) + 0.5) / 102, so that ties occur,
 * and an event when (53 i mod 89) / 89 < 0.2 + 0.5 score.
 */
final class Patterned {
    private Patterned() {}

    static double[] scores(int rows) {
        var scores = new double[rows];
        for (var i = 0; i < rows; i++) {
            scores[i] = (i * 37 % 101 + 0.5) / 102;
        }
        return scores;
    }

    /** A second model on the same rows: half the first score, half another pattern. */
    static double[] otherScores(int rows) {
        var scores = scores(rows);
        for (var i = 0; i < rows; i++) {
            scores[i] = 0.5 * scores[i] + 0.5 * (i * 61 % 97 + 0.5) / 98;
        }
        return scores;
    }

    static byte[] outcomes(int rows) {
        var scores = scores(rows);
        var outcomes = new byte[rows];
        for (var i = 0; i < rows; i++) {
            outcomes[i] = (byte) ((i * 53 % 89) / 89.0 < 0.2 + 0.5 * scores[i] ? 1 : 0);
        }
        return outcomes;
    }

    static Ladder ladder() {
        return Ladder.of(scores(200), outcomes(200), 10);
    }

    static Ladder ladder(double[] scores, int... outcomes) {
        var bytes = new byte[outcomes.length];
        for (var i = 0; i < outcomes.length; i++) {
            bytes[i] = (byte) outcomes[i];
        }
        return Ladder.of(scores, bytes, 10);
    }

    static double[] scored(double... scores) {
        return scores;
    }
}
