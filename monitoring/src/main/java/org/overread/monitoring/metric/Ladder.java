package org.overread.monitoring.metric;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labelled predictions of one group, as ascending distinct scores with the number of events and of non-events at
 * each: all that any figure needs, and exact.
 */
public final class Ladder {
    private final double[] scores;
    private final int[] events;
    private final int[] nonEvents;
    private final int steps;
    private final long eventTotal;
    private final long nonEventTotal;
    private final List<ReliabilityBin> equalMass;

    Ladder(double[] scores, int[] events, int[] nonEvents, int steps, List<ReliabilityBin> equalMass) {
        this.scores = scores;
        this.events = events;
        this.nonEvents = nonEvents;
        this.steps = steps;
        this.eventTotal = Arrays.stream(events, 0, steps).asLongStream().sum();
        this.nonEventTotal = Arrays.stream(nonEvents, 0, steps).asLongStream().sum();
        this.equalMass = List.copyOf(equalMass);
    }

    /**
     * Builds a ladder from rows in any order.
     *
     * @param scores from 0 to 1
     * @param outcomes 1 event, 0 no event, negative unknown (left out)
     * @param bins how many parts of equal mass the reliability curve has
     */
    public static Ladder of(double[] scores, byte[] outcomes, int bins) {
        var labelled = new double[scores.length];
        var known = new byte[scores.length];
        var count = 0;
        for (var i = 0; i < scores.length; i++) {
            if (outcomes[i] >= 0) {
                labelled[count] = scores[i];
                known[count++] = outcomes[i];
            }
        }
        var ranking = Ranking.of(labelled, count);
        var builder = new LadderBuilder(count, bins);
        for (var row : ascending(ranking, count)) {
            builder.add(ranking.score(ranking.step(row)), known[row] == 1);
        }
        return builder.build();
    }

    /** The rows by ascending score; equal scores stay in their order. */
    private static int[] ascending(Ranking ranking, int rows) {
        var next = new int[ranking.size() + 1];
        for (var row = 0; row < rows; row++) {
            next[ranking.step(row) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        var order = new int[rows];
        for (var row = 0; row < rows; row++) {
            order[next[ranking.step(row)]++] = row;
        }
        return order;
    }

    public int steps() {
        return steps;
    }

    public double score(int step) {
        return scores[step];
    }

    public int events(int step) {
        return events[step];
    }

    public int nonEvents(int step) {
        return nonEvents[step];
    }

    public long events() {
        return eventTotal;
    }

    public long nonEvents() {
        return nonEventTotal;
    }

    public long size() {
        return eventTotal + nonEventTotal;
    }

    /** The reliability curve over parts of equal size, split as {@code numpy.array_split} does. */
    public List<ReliabilityBin> equalMass() {
        return equalMass;
    }

    /** What a figure of discrimination would need and this group lacks; null when it has both classes. */
    @Nullable String lackingClass() {
        if (size() == 0) {
            return "no labelled predictions";
        }
        if (eventTotal == 0) {
            return "no events among the labelled predictions";
        }
        return nonEventTotal == 0 ? "no non-events among the labelled predictions" : null;
    }
}
