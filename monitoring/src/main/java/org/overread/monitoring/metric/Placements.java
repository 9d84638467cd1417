package org.overread.monitoring.metric;

/**
 * Where each case stands among the cases of the other class: of an event the share of non-events below it, of a
 * non-event the share of events above it; ties count one half. The mean over either class is the AUROC.
 */
final class Placements {
    private final double[] placements;
    private final int events;
    private final double area;

    private Placements(double[] placements, int events, double area) {
        this.placements = placements;
        this.events = events;
        this.area = area;
    }

    static Placements of(double[] scores, byte[] outcomes) {
        var ranking = Ranking.of(scores, scores.length);
        var counts = new int[2][ranking.size()];
        var totals = new int[2];
        for (var row = 0; row < scores.length; row++) {
            counts[outcomes[row]][ranking.step(row)]++;
            totals[outcomes[row]]++;
        }
        var shares = shares(counts, totals);
        var placements = new double[scores.length];
        var sum = 0.0;
        for (var row = 0; row < scores.length; row++) {
            placements[row] = shares[outcomes[row]][ranking.step(row)];
            sum += outcomes[row] == 1 ? placements[row] : 0;
        }
        return new Placements(placements, totals[1], sum / totals[1]);
    }

    /** By class and step. */
    private static double[][] shares(int[][] counts, int[] totals) {
        var steps = counts[0].length;
        var shares = new double[2][steps];
        var below = new long[2];
        for (var step = 0; step < steps; step++) {
            shares[1][step] = (below[0] + counts[0][step] / 2.0) / totals[0];
            shares[0][step] = (totals[1] - below[1] - counts[1][step] / 2.0) / totals[1];
            below[0] += counts[0][step];
            below[1] += counts[1][step];
        }
        return shares;
    }

    double of(int row) {
        return placements[row];
    }

    int events() {
        return events;
    }

    int nonEvents() {
        return placements.length - events;
    }

    double area() {
        return area;
    }
}
