package org.overread.monitoring.metric;

import java.util.function.IntUnaryOperator;

/** Builds a {@link Ladder} from labelled rows that come in ascending order of score, in one pass. */
public final class LadderBuilder {
    private final Ranks ranks;
    private final Points points;
    private final EqualMass equalMass;
    private double score = Double.NEGATIVE_INFINITY;
    private int events;
    private int nonEvents;

    private LadderBuilder(Ranks ranks, Points points, int bins) {
        this.ranks = ranks;
        this.points = points;
        this.equalMass = new EqualMass(Math.addExact(ranks.events, ranks.nonEvents), bins);
    }

    /**
     * Keeps every distinct score.
     *
     * @param events exactly how many will come
     * @param nonEvents exactly how many will come
     * @param bins how many parts of equal mass the reliability curve has, at least 1
     */
    public static LadderBuilder exact(int events, int nonEvents, int bins) {
        return new LadderBuilder(new Ranks(events, nonEvents), Points.exact(), bins);
    }

    /**
     * Keeps few points however many scores come; meant for figures at this threshold and with so many bins.
     *
     * @param events exactly how many will come
     * @param nonEvents exactly how many will come
     * @param threshold of the figures, from 0 to 1
     * @param bins of the figures: parts of equal mass, and of equal width; at least 1
     */
    public static LadderBuilder condensed(int events, int nonEvents, double threshold, int bins) {
        return new LadderBuilder(
                new Ranks(events, nonEvents), Points.condensed((long) events + nonEvents, threshold, bins), bins);
    }

    /** Adds one row. */
    public void add(double next, boolean event) {
        if (next != score) {
            climb(next);
        }
        if (event) {
            events++;
        } else {
            nonEvents++;
        }
        equalMass.add(1, event ? 1 : 0, next);
    }

    /**
     * Adds all rows of one score at once.
     *
     * @param eventsAmongFirst how many events are among the first so many of these rows; asked only where they are of
     *     both classes and a part of equal mass ends between them
     */
    public void add(double next, int theseEvents, int theseNonEvents, IntUnaryOperator eventsAmongFirst) {
        climb(next);
        events = theseEvents;
        nonEvents = theseNonEvents;
        var count = theseEvents + theseNonEvents;
        for (int done = 0, doneEvents = 0; done < count; ) {
            var until = (int) Math.min(count, done + equalMass.room());
            var mixed = until < count && theseEvents > 0 && theseNonEvents > 0;
            var eventsUntil = mixed ? eventsAmongFirst.applyAsInt(until) : Math.min(until, theseEvents);
            equalMass.add(until - done, eventsUntil - doneEvents, next);
            done = until;
            doneEvents = eventsUntil;
        }
    }

    public Ladder build() {
        climb(Double.POSITIVE_INFINITY);
        points.close();
        if (!ranks.complete()) {
            throw new IllegalStateException(
                    ranks.size() + " rows came, " + (ranks.events + ranks.nonEvents) + " were announced");
        }
        return new Ladder(points, ranks, equalMass.bins());
    }

    /** Takes in the rows of the score that ends here. */
    private void climb(double next) {
        if (next < score) {
            throw new IllegalArgumentException("scores must come in ascending order");
        }
        if (events + nonEvents > 0) {
            ranks.add(score, events, nonEvents);
            points.add(score, events, nonEvents);
            events = 0;
            nonEvents = 0;
        }
        score = next;
    }
}
