package org.overread.monitoring.metric;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Builds a {@link Ladder} from labelled rows that come in ascending order of score. */
public final class LadderBuilder {
    private static final int FIRST_STEPS = 1024;

    private final int rows;
    private double[] scores;
    private int[] events;
    private int[] nonEvents;
    private int steps;
    private long added;
    private final EqualMass equalMass;

    /**
     * @param rows exactly how many rows will come
     * @param bins how many parts of equal mass the reliability curve has, at least 1
     */
    public LadderBuilder(int rows, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("at least one bin is needed");
        }
        this.rows = rows;
        this.equalMass = new EqualMass(rows, bins);
        var capacity = Math.min(rows, FIRST_STEPS);
        this.scores = new double[capacity];
        this.events = new int[capacity];
        this.nonEvents = new int[capacity];
    }

    /** Adds one row. */
    public void add(double score, boolean event) {
        if (steps == 0 || score != scores[steps - 1]) {
            climb(score);
        }
        if (event) {
            events[steps - 1]++;
        } else {
            nonEvents[steps - 1]++;
        }
        equalMass.add(1, event ? 1 : 0, score);
        added++;
    }

    /**
     * Adds all rows of one score at once.
     *
     * @param eventsAmongFirst how many events are among the first so many of these rows; asked only where they are of
     *     both classes and a part of equal mass ends between them
     */
    public void add(double score, int theseEvents, int theseNonEvents, IntUnaryOperator eventsAmongFirst) {
        climb(score);
        events[steps - 1] = theseEvents;
        nonEvents[steps - 1] = theseNonEvents;
        var count = theseEvents + theseNonEvents;
        for (int done = 0, doneEvents = 0; done < count; ) {
            var until = (int) Math.min(count, done + equalMass.room());
            var mixed = until < count && theseEvents > 0 && theseNonEvents > 0;
            var eventsUntil = mixed ? eventsAmongFirst.applyAsInt(until) : Math.min(until, theseEvents);
            equalMass.add(until - done, eventsUntil - doneEvents, score);
            done = until;
            doneEvents = eventsUntil;
        }
        added += count;
    }

    public Ladder build() {
        if (added != rows) {
            throw new IllegalStateException(added + " rows came, " + rows + " were announced");
        }
        return new Ladder(scores, events, nonEvents, steps, equalMass.bins());
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
}
