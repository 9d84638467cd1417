package org.overread.monitoring.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labelled predictions of one group, as ascending scores with the number of events and of non-events at each, and
 * what hangs on their order: all that any figure needs, and exact. A ladder has every distinct score as a step, unless it
 * was condensed: then its steps are the few points that {@link Points} tells of, and their numbers may be fractions.
 */
public final class Ladder {
    private final Points points;
    private final Ranks ranks;
    private final List<ReliabilityBin> equalMass;

    Ladder(Points points, Ranks ranks, List<ReliabilityBin> equalMass) {
        this.points = points;
        this.ranks = ranks;
        this.equalMass = List.copyOf(equalMass);
    }

    /**
     * Builds a ladder, not condensed, from rows in any order.
     *
     * @param scores from 0 to 1
     * @param outcomes 1 event, 0 no event, negative unknown (left out)
     * @param bins how many parts of equal mass the reliability curve has
     */
    public static Ladder of(double[] scores, byte[] outcomes, int bins) {
        var labelled = new double[scores.length];
        var known = new int[scores.length];
        var count = 0;
        var events = 0;
        for (var row = 0; row < scores.length; row++) {
            if (outcomes[row] >= 0) {
                labelled[count] = scores[row];
                known[count++] = outcomes[row];
                events += outcomes[row];
            }
        }
        var rows = Ascending.of(labelled, known, count);
        var builder = LadderBuilder.exact(events, count - events, bins);
        for (var place = 0; place < count; place++) {
            builder.add(rows.score(place), rows.carried(place) == 1);
        }
        return builder.build();
    }

    public int steps() {
        return points.size();
    }

    public double score(int step) {
        return points.score(step);
    }

    public double events(int step) {
        return points.events(step);
    }

    public double nonEvents(int step) {
        return points.nonEvents(step);
    }

    /** Whether steps stand for more scores than their own. */
    public boolean condensed() {
        return points.condensed();
    }

    public long events() {
        return ranks.events;
    }

    public long nonEvents() {
        return ranks.nonEvents;
    }

    public long size() {
        return ranks.size();
    }

    Ranks ranks() {
        return ranks;
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
        if (events() == 0) {
            return "no events among the labelled predictions";
        }
        return nonEvents() == 0 ? "no non-events among the labelled predictions" : null;
    }
}
