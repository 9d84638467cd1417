package org.overread.monitoring.metric;

import java.math.BigInteger;

/**
 * How the two classes of a group stand to each other, gathered from its distinct scores in ascending order. Placements
 * are counted twice, so that ties, which count one half, stay whole numbers; sums of whole numbers lose nothing.
 */
final class Ranks {
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(Long.SIZE);

    final int events;
    final int nonEvents;
    double lowestEvent;
    double highestEvent;
    double lowestNonEvent;
    double highestNonEvent;
    private int eventsBelow;
    private int nonEventsBelow;
    private long placed;
    private double precisions;

    /** Of the squares of placements the high and the low word, of events and of non-events. */
    private long eventsHigh;

    private long eventsLow;
    private long nonEventsHigh;
    private long nonEventsLow;

    /**
     * @param events exactly how many will come
     * @param nonEvents exactly how many will come
     */
    Ranks(int events, int nonEvents) {
        this.events = events;
        this.nonEvents = nonEvents;
    }

    /** Takes all rows of the next higher score. */
    void add(double score, int someEvents, int someNonEvents) {
        if (someEvents > 0) {
            addEvents(score, someEvents, someNonEvents);
        }
        if (someNonEvents > 0) {
            addNonEvents(score, someNonEvents, someEvents);
        }
        eventsBelow += someEvents;
        nonEventsBelow += someNonEvents;
    }

    private void addEvents(double score, int some, int tied) {
        if (eventsBelow == 0) {
            lowestEvent = score;
        }
        highestEvent = score;
        var below = 2L * nonEventsBelow + tied;
        var times = some * below;
        placed += times;
        var low = times * below;
        eventsLow += low;
        eventsHigh += Math.multiplyHigh(times, below) + carry(eventsLow, low);
        var eventsHere = (double) (events - eventsBelow);
        precisions += some * eventsHere / (eventsHere + (nonEvents - nonEventsBelow));
    }

    private void addNonEvents(double score, int some, int tied) {
        if (nonEventsBelow == 0) {
            lowestNonEvent = score;
        }
        highestNonEvent = score;
        var above = 2L * (events - eventsBelow) - tied;
        var times = some * above;
        var low = times * above;
        nonEventsLow += low;
        nonEventsHigh += Math.multiplyHigh(times, above) + carry(nonEventsLow, low);
    }

    /** How many rows have come. */
    long size() {
        return (long) eventsBelow + nonEventsBelow;
    }

    /** Whether as many have come as were announced. */
    boolean complete() {
        return eventsBelow == events && nonEventsBelow == nonEvents;
    }

    /** The share of pairs of an event and a non-event in which the event has the higher score; ties count one half. */
    double area() {
        return placed / 2.0 / events / nonEvents;
    }

    /** The variance of an event's placement among the non-events, n−1 in the denominator. */
    double varianceOfEvents() {
        return variance(eventsHigh, eventsLow, events, nonEvents);
    }

    /** The variance of a non-event's placement among the events, n−1 in the denominator. */
    double varianceOfNonEvents() {
        return variance(nonEventsHigh, nonEventsLow, nonEvents, events);
    }

    /** The mean, over the events, of the share of events among all rows whose score is not lower. */
    double averagePrecision() {
        return precisions / events;
    }

    /** (n Σd² − (Σd)²) / (n (n−1)) of the doubled placements, whose sum is the same for both classes. */
    private double variance(long high, long low, int size, int others) {
        var squares = BigInteger.valueOf(high).multiply(WORD).add(unsigned(low));
        var spread = squares.multiply(BigInteger.valueOf(size))
                .subtract(BigInteger.valueOf(placed).pow(2));
        return spread.doubleValue() / size / (size - 1.0) / 4 / others / others;
    }

    private static BigInteger unsigned(long low) {
        return low < 0 ? BigInteger.valueOf(low).add(WORD) : BigInteger.valueOf(low);
    }

    /** 1 when a sum of unsigned words, to which one was added last, has passed the largest. */
    private static int carry(long sum, long added) {
        return Long.compareUnsigned(sum, added) < 0 ? 1 : 0;
    }
}
