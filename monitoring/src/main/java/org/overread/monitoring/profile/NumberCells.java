package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers counted in cells: of each double's bits, put so that they ascend with the numbers, the lowest {@code level} are
 * left out. The level is the finest with at most {@value #MOST_CELLS} cells, so it does not depend on the order in which
 * numbers came, and up to so many distinct numbers are exact.
 *
 * @param keys ascending
 * @param counts one for each key, positive
 */
record NumberCells(int level, long[] keys, long[] counts) {
    static final int MOST_CELLS = 512;
    static final NumberCells NONE = new NumberCells(0, new long[0], new long[0]);

    private static final int COARSEST = 62;

    /** The cells of the first so many finite numbers. */
    static NumberCells of(double[] numbers, int size) {
        var keys = new long[size];
        for (var i = 0; i < size; i++) {
            keys[i] = key(numbers[i]);
        }
        Arrays.sort(keys);
        var ones = new long[size];
        Arrays.fill(ones, 1);
        return new NumberCells(0, keys, ones).distinct(0).fitted();
    }

    /** Two by two: so each cell is met only so often as the number of parts can be halved. */
    static NumberCells merged(List<NumberCells> parts) {
        return switch (parts.size()) {
            case 0 -> NONE;
            case 1 -> parts.getFirst();
            default -> {
                var half = parts.size() / 2;
                yield merged(parts.subList(0, half)).and(merged(parts.subList(half, parts.size())));
            }
        };
    }

    private NumberCells and(NumberCells other) {
        var coarser = Math.max(level, other.level);
        return at(coarser).alike(other.at(coarser)).fitted();
    }

    /** Together with others of the same level. */
    private NumberCells alike(NumberCells other) {
        var newKeys = new long[keys.length + other.keys.length];
        var newCounts = new long[newKeys.length];
        var size = 0;
        for (int i = 0, j = 0; i < keys.length || j < other.keys.length; size++) {
            var order = i == keys.length ? 1 : j == other.keys.length ? -1 : Long.compare(keys[i], other.keys[j]);
            newKeys[size] = order <= 0 ? keys[i] : other.keys[j];
            newCounts[size] += order <= 0 ? counts[i++] : 0;
            newCounts[size] += order >= 0 ? other.counts[j++] : 0;
        }
        return new NumberCells(level, Arrays.copyOf(newKeys, size), Arrays.copyOf(newCounts, size));
    }

    /** These numbers on a level that is not finer; equal neighbours are put together. */
    NumberCells at(int coarser) {
        if (coarser == level) {
            return this;
        }
        return distinct(coarser);
    }

    private NumberCells distinct(int coarser) {
        var newKeys = new long[keys.length];
        var newCounts = new long[keys.length];
        var size = 0;
        for (var i = 0; i < keys.length; i++) {
            var key = keys[i] >> coarser << coarser;
            if (size == 0 || key != newKeys[size - 1]) {
                newKeys[size++] = key;
            }
            newCounts[size - 1] += counts[i];
        }
        return new NumberCells(coarser, Arrays.copyOf(newKeys, size), Arrays.copyOf(newCounts, size));
    }

    long size() {
        return Arrays.stream(counts).sum();
    }

    boolean exact() {
        return level == 0;
    }

    /** The numbers themselves on level 0, the middles of the cells otherwise. */
    double[] values() {
        return Arrays.stream(keys)
                .mapToDouble(key -> level == 0 ? number(key) : middle(key))
                .toArray();
    }

    private double middle(long key) {
        var low = Math.max(number(key), -Double.MAX_VALUE);
        var high = Math.min(number(key | (1L << level) - 1), Double.MAX_VALUE);
        return low + (high - low) / 2;
    }

    private NumberCells fitted() {
        if (keys.length <= MOST_CELLS) {
            return this;
        }
        int tooFine = level;
        int enough = COARSEST;
        while (enough - tooFine > 1) {
            int middle = (tooFine + enough) >>> 1;
            if (size(middle) <= MOST_CELLS) {
                enough = middle;
            } else {
                tooFine = middle;
            }
        }
        return at(enough);
    }

    /** How many cells there are on a level that is not finer. */
    private int size(int coarser) {
        var size = 0;
        for (var i = 0; i < keys.length; i++) {
            size += i == 0 || (keys[i] ^ keys[i - 1]) >> coarser != 0 ? 1 : 0;
        }
        return size;
    }

    private static long key(double number) {
        var bits = Double.doubleToLongBits(number + 0.0); // -0.0 becomes 0.0
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key ^ key >> 63 & Long.MAX_VALUE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberCells that
                && level == that.level
                && Arrays.equals(keys, that.keys)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys) * 31 + Arrays.hashCode(counts);
    }
}
