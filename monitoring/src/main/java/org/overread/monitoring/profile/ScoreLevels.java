package org.overread.monitoring.profile;

/**
 * Scores in cells that grow coarser from level to level; a cell of one level lies within one cell of the next. A score
 * is placed by its distance t to the nearer of 0 and 1, so that both ends are as fine as floating point: level 0 tells
 * every two doubles apart, level l keeps 52 − l bits of the fraction of t. From level {@value #FLOORS} on 5 bits remain,
 * and what is nearer than 2⁻⁶⁰, 2⁻⁴⁰ and at last 2⁻²⁴ to an end is put together, before there are fewer bits.
 *
 * <p>A cell's key is the place of its end towards 0 or 1, and one more for the part of the threshold's cell that is at
 * or above it: so figures at that threshold are exact on every level. Keys ascend with the scores.
 */
final class ScoreLevels {
    static final int COARSEST = 55;

    private static final int FLOORS = 48;
    private static final int FEWEST_BITS_BEFORE_FLOORS = 5;
    private static final double[] FLOOR = {0x1p-60, 0x1p-40, 0x1p-24};
    private static final long TOP = 2 * Double.doubleToLongBits(0.5);
    private static final long HALF = Double.doubleToLongBits(0.5);
    private static final double UNIT = 0x1p-53;

    private final double threshold;

    /** @param threshold NaN when nothing is flagged */
    ScoreLevels(double threshold) {
        this.threshold = threshold;
    }

    double threshold() {
        return threshold;
    }

    /** The key of a score on level 0. */
    static long key(double score) {
        return score < 0.5 ? Double.doubleToLongBits(score + 0.0) : TOP - Double.doubleToLongBits(1 - score);
    }

    /** The score of a key of level 0. */
    static double score(long key) {
        return key < HALF ? Double.longBitsToDouble(key) : 1 - Double.longBitsToDouble(TOP - key);
    }

    /** The distance of the score of a key of level 0 to the nearer of 0 and 1. */
    static double distance(long key) {
        return Double.longBitsToDouble(key < HALF ? key : TOP - key);
    }

    /** The key of the cell on a coarser level, out of the key on a finer one (or the same). */
    long coarser(long key, int from, int to) {
        if (to == 0 || from == to) {
            return key;
        }
        var cell = cell(key, from, to);
        return threshold > lowest(cell, to) && threshold <= highest(cell, to) && atOrAbove(key, from) ? cell + 1 : cell;
    }

    /** The lowest score that belongs to a cell. */
    double floor(long key, int level) {
        if (level == 0) {
            return score(key);
        }
        return isUpperPart(key) ? threshold : lowest(key, level);
    }

    /** The highest score that belongs to a cell. */
    double ceiling(long key, int level) {
        if (level == 0) {
            return score(key);
        }
        if (isUpperPart(key)) {
            return highest(key - 1, level);
        }
        var highest = highest(key, level);
        return threshold > lowest(key, level) && threshold <= highest ? Math.nextDown(threshold) : highest;
    }

    /** Whether t is counted from 1 downwards. */
    static boolean nearOne(long key) {
        return key >= HALF;
    }

    /** A key without the bits that are empty on its level; ascends as the keys do. */
    static long number(long key, int level) {
        return key >>> shift(level) << 1 | key & 1;
    }

    /** The key with this {@link #number}. */
    static long ofNumber(long number, int level) {
        return number >>> 1 << shift(level) | number & 1;
    }

    private boolean atOrAbove(long key, int level) {
        return floor(key, level) >= threshold;
    }

    private static boolean isUpperPart(long key) {
        return (key & 1) == 1;
    }

    private static long cell(long key, int from, int to) {
        var whole = from == 0 ? key : key & ~1L;
        return whole < HALF ? cut(whole, to) : TOP - cut(TOP - whole, to);
    }

    private static long cut(long distance, int level) {
        return Double.longBitsToDouble(distance) < floorOf(level) ? 0 : distance >>> shift(level) << shift(level);
    }

    private static double lowest(long cell, int level) {
        if (cell < HALF) {
            return Double.longBitsToDouble(cell);
        }
        // distances to 1 are whole multiples of the unit, and the end of the cell away from 1 belongs to the next
        var end = end(TOP - cell, level);
        return end > 0.5 ? 0.5 : 1 - (Math.ceil(end / UNIT) - 1) * UNIT;
    }

    private static double highest(long cell, int level) {
        return cell < HALF
                ? Math.min(Math.nextDown(end(cell, level)), Math.nextDown(0.5))
                : 1 - Math.ceil(Double.longBitsToDouble(TOP - cell) / UNIT) * UNIT;
    }

    /** Where the cell that begins at this distance ends. */
    private static double end(long distance, int level) {
        return distance == 0 && floorOf(level) > 0
                ? floorOf(level)
                : Double.longBitsToDouble(distance + (1L << shift(level)));
    }

    private static int shift(int level) {
        return level < FLOORS ? level : 52 - FEWEST_BITS_BEFORE_FLOORS + Math.max(0, level - FLOORS - FLOOR.length + 1);
    }

    private static double floorOf(int level) {
        return level < FLOORS ? 0 : FLOOR[Math.min(level - FLOORS, FLOOR.length - 1)];
    }
}
