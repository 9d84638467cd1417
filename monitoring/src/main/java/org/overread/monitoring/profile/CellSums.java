package org.overread.monitoring.profile;

import java.util.Arrays;

/**
 * What lies in each cell of a coarse profile: the sum of the distances to the nearer of 0 and 1, and the score itself
 * where all in the cell are equal. Distances are summed in whole steps of 2⁻⁶² and 128 bits: unlike sums of doubles these
 * do not depend on the order of the summands.
 */
final class CellSums {
    private static final double STEPS = 0x1p62;
    private static final double WORD = 0x1p64;
    private static final long NONE = -1;
    private static final long SEVERAL = -2;

    private final long[] high;
    private final long[] low;
    private final long[] only;

    CellSums(int size) {
        high = new long[size];
        low = new long[size];
        only = new long[size];
        Arrays.fill(only, NONE);
    }

    int size() {
        return low.length;
    }

    long high(int cell) {
        return high[cell];
    }

    long low(int cell) {
        return low[cell];
    }

    /** Whether all scores of a cell are equal. */
    boolean single(int cell) {
        return only[cell] >= 0;
    }

    /** The key of level 0 of the only score in a cell. */
    long only(int cell) {
        return only[cell];
    }

    /** Adds one score so many times. */
    void add(int cell, long key, long times) {
        var steps = (long) (ScoreLevels.distance(key) * STEPS);
        addSteps(cell, Math.multiplyHigh(steps, times), steps * times);
        meet(cell, key);
    }

    void add(int cell, CellSums other, int from) {
        addSteps(cell, other.high[from], other.low[from]);
        meet(cell, other.only[from]);
    }

    void setSeveral(int cell, long sumHigh, long sumLow) {
        high[cell] = sumHigh;
        low[cell] = sumLow;
        only[cell] = SEVERAL;
    }

    void setOnly(int cell, long key) {
        only[cell] = key;
    }

    double meanDistance(int cell, long count) {
        return (high[cell] * WORD + (low[cell] >>> 1) * 2.0 + (low[cell] & 1)) / STEPS / count;
    }

    private void addSteps(int cell, long moreHigh, long moreLow) {
        low[cell] += moreLow;
        high[cell] += moreHigh + (Long.compareUnsigned(low[cell], moreLow) < 0 ? 1 : 0);
    }

    private void meet(int cell, long other) {
        if (only[cell] == NONE) {
            only[cell] = other;
        } else if (only[cell] != other) {
            only[cell] = SEVERAL;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSums that
                && Arrays.equals(high, that.high)
                && Arrays.equals(low, that.low)
                && Arrays.equals(only, that.only);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(low);
    }
}
