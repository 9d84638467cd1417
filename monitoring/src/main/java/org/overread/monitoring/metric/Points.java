package org.overread.monitoring.metric;

import java.util.Arrays;

/**
 * Scores with how many events and non-events lie at each: either every distinct score, or, where there are very many,
 * few that stand for all. Those are formed so that sums over them are the sums over all rows: neighbouring scores make a
 * cell, and the rows of each class in it become two weighted points with the same number, sum, sum of squares and sum of
 * cubes (Gauss's quadrature with two nodes). Counts and polynomials up to the third degree, and so the Brier score and
 * every mean, come out exact; no cell reaches over an edge.
 *
 * <p>A smooth function is off by its fourth derivative times width⁴ / 4,320 within a cell. A cell is at most 1/256 wide
 * in logits, so a sum of 1 / (1 + exp(−a − b·logit)) is off by less than b⁴·10⁻¹³ per row: nothing for the slopes of
 * calibration that occur, and still below 10⁻⁶ for one of 50.
 */
final class Points {
    private static final int FIRST = 1024;

    /** A cell holds at most one row in so many. */
    private static final int CELLS = 2048;

    /** How far the odds reach within a cell. */
    private static final double REACH = Math.exp(1.0 / 256);

    private final double[] edges;
    private final long mostRows;
    private double[] scores = new double[FIRST];
    private double[] events = new double[FIRST];
    private double[] nonEvents = new double[FIRST];
    private int size;
    private int nextEdge;

    private double first;
    private double last;
    private double end;
    private long rows;
    private double events0;
    private double events1;
    private double events2;
    private double events3;
    private double nonEvents0;
    private double nonEvents1;
    private double nonEvents2;
    private double nonEvents3;

    private Points(double[] edges, long mostRows) {
        this.edges = edges;
        this.mostRows = mostRows;
    }

    /** Every distinct score as a point. */
    static Points exact() {
        return new Points(new double[0], 1);
    }

    /**
     * Few points.
     *
     * @param rows how many will come
     * @param threshold an edge
     * @param bins whose bounds k/{@code bins} are edges
     */
    static Points condensed(long rows, double threshold, int bins) {
        var edges = new double[bins + 4];
        for (var bin = 0; bin <= bins; bin++) {
            edges[bin] = (double) bin / bins;
        }
        edges[bins + 1] = threshold;
        edges[bins + 2] = CalibrationLine.CLIP;
        edges[bins + 3] = 1 - CalibrationLine.CLIP;
        Arrays.sort(edges);
        return new Points(edges, Math.max(1, rows / CELLS));
    }

    /** Takes all rows of the next higher score. */
    void add(double score, int someEvents, int someNonEvents) {
        if (rows >= mostRows || score >= end) {
            close();
            open(score);
        }
        last = score;
        rows += someEvents + someNonEvents;
        var distance = score - first;
        if (someEvents > 0) {
            var moment = someEvents * distance;
            events0 += someEvents;
            events1 += moment;
            moment *= distance;
            events2 += moment;
            events3 += moment * distance;
        }
        if (someNonEvents > 0) {
            var moment = someNonEvents * distance;
            nonEvents0 += someNonEvents;
            nonEvents1 += moment;
            moment *= distance;
            nonEvents2 += moment;
            nonEvents3 += moment * distance;
        }
    }

    boolean condensed() {
        return mostRows > 1;
    }

    int size() {
        return size;
    }

    double score(int point) {
        return scores[point];
    }

    double events(int point) {
        return events[point];
    }

    double nonEvents(int point) {
        return nonEvents[point];
    }

    /** Ends the cell that is open; must be called when all rows have come. */
    void close() {
        if (rows == 0) {
            return;
        }
        if (first == last) {
            put(first, events0, nonEvents0);
        } else {
            condense(events0, events1, events2, events3, true);
            condense(nonEvents0, nonEvents1, nonEvents2, nonEvents3, false);
        }
        rows = 0;
        events0 = events1 = events2 = events3 = 0;
        nonEvents0 = nonEvents1 = nonEvents2 = nonEvents3 = 0;
    }

    private void open(double score) {
        first = score;
        end = score;
        if (mostRows > 1) {
            while (nextEdge < edges.length && edges[nextEdge] <= score) {
                nextEdge++;
            }
            var odds = REACH * Math.max(score, CalibrationLine.CLIP) / (1 - score);
            var reach = odds / (1 + odds);
            // the odds of a score of 1 are infinite
            end = reach <= 1 && nextEdge < edges.length ? Math.min(edges[nextEdge], reach) : Double.POSITIVE_INFINITY;
        }
    }

    /** The two points with the given sums of powers of the distance from the cell's first score. */
    private void condense(double count, double sum, double squares, double cubes, boolean event) {
        if (count == 0) {
            return;
        }
        var mean = sum / count;
        var variance = squares / count - mean * mean;
        // less is only what rounding has left
        if (variance <= 1e-14 * squares / count) {
            put(mean, count, event);
            return;
        }
        var deviation = Math.sqrt(variance);
        var half = (cubes / count - 3 * mean * squares / count + 2 * mean * mean * mean) / (variance * deviation) / 2;
        var root = Math.sqrt(1 + half * half);
        // the nodes are the roots of z² − 2·half·z − 1, the one with less cancellation first
        var above = half > 0 ? half + root : 1 / (root - half);
        var below = -1 / above;
        put(mean + below * deviation, count * above / (2 * root), event);
        put(mean + above * deviation, count * -below / (2 * root), event);
    }

    private void put(double distance, double weight, boolean event) {
        put(Math.clamp(first + distance, first, last), event ? weight : 0, event ? 0 : weight);
    }

    private void put(double score, double someEvents, double someNonEvents) {
        if (size == scores.length) {
            scores = Arrays.copyOf(scores, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
            nonEvents = Arrays.copyOf(nonEvents, 2 * size);
        }
        scores[size] = score;
        events[size] = someEvents;
        nonEvents[size++] = someNonEvents;
    }
}
