package org.overread.monitoring.metric;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows by ascending score, each with a number it carries along; equal scores stay in their order. A radix sort from the
 * highest bit in which scores differ, so that neither their spread nor their decimals matter: the bits of doubles that
 * are not negative are ordered as the doubles are. Large parts are worked through by all processors.
 */
public final class Ascending {
    private static final int FEW = 32;
    private static final int MOST_DIGITS = 11;
    private static final int WORTH_DIVIDING = 1 << 16;

    private final int size;
    private final double[] scores;
    private final int[] carried;

    private Ascending(double[] scores, int[] carried, int size) {
        this.scores = scores;
        this.carried = carried;
        this.size = size;
    }

    /**
     * Sorts the first {@code size} rows; both arrays are used up.
     *
     * @param scores from 0 to 1
     * @throws IllegalArgumentException when a score is outside, or NaN
     */
    public static Ascending of(double[] scores, int[] carried, int size) {
        Stretch.over(size).forEach(stretch -> check(scores, stretch));
        var sorted = new Ascending(scores, carried, size);
        sorted.sort(0, size, sorted, new Ascending(new double[size], new int[size], size));
        return sorted;
    }

    /** The numbers of all rows, each carried by its score. */
    public static Ascending of(double[] scores) {
        return of(scores.clone(), IntStream.range(0, scores.length).toArray(), scores.length);
    }

    public int size() {
        return size;
    }

    /** The score at a place, counted from 0 at the lowest. */
    public double score(int place) {
        return scores[place];
    }

    /** What the row at a place carries. */
    public int carried(int place) {
        return carried[place];
    }

    private static void check(double[] scores, Stretch stretch) {
        for (var row = stretch.from(); row < stretch.to(); row++) {
            // written so that NaN fails it
            if (!(scores[row] >= 0 && scores[row] <= 1)) {
                throw new IllegalArgumentException("score " + scores[row] + " is not from 0 to 1");
            }
            scores[row] += 0.0; // -0.0 becomes 0.0
        }
    }

    /** Brings a part in order, from where its rows are to {@code this}; the other of the two is spare. */
    private void sort(int from, int to, Ascending source, Ascending other) {
        var rows = to - from;
        if (rows <= FEW) {
            insert(from, to, source);
            return;
        }
        var differing = Stretch.over(rows)
                .mapToLong(stretch -> source.differing(from + stretch.from(), from + stretch.to()))
                .reduce(0, (one, more) -> one | more);
        if (differing == 0) {
            copy(from, to, source);
            return;
        }
        var digits = Math.min(MOST_DIGITS, Integer.SIZE - Integer.numberOfLeadingZeros(rows) - 2);
        var shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(differing) - digits);
        var target = source == this ? other : this;
        var ends = source.scatter(from, rows, shift, 1 << digits, target);
        var parts = IntStream.range(0, ends.length);
        (rows > WORTH_DIVIDING ? parts.parallel() : parts)
                .forEach(part -> sort(part == 0 ? from : ends[part - 1], ends[part], target, other));
    }

    private void insert(int from, int to, Ascending source) {
        for (var row = from; row < to; row++) {
            var score = source.scores[row];
            var number = source.carried[row];
            var place = row;
            for (; place > from && scores[place - 1] > score; place--) {
                scores[place] = scores[place - 1];
                carried[place] = carried[place - 1];
            }
            scores[place] = score;
            carried[place] = number;
        }
    }

    private void copy(int from, int to, Ascending source) {
        if (source != this) {
            System.arraycopy(source.scores, from, scores, from, to - from);
            System.arraycopy(source.carried, from, carried, from, to - from);
        }
    }

    /** Those bits in which not all scores of a part are like the first of all. */
    private long differing(int from, int to) {
        var first = bits(from);
        var differing = 0L;
        for (var row = from; row < to; row++) {
            differing |= bits(row) ^ first;
        }
        return differing;
    }

    /** Moves a part to the target, sorted by one digit; tells where the rows of each digit end. */
    private int[] scatter(int from, int rows, int shift, int values, Ascending target) {
        var stretches = Stretch.over(rows)
                .map(stretch -> new Stretch(from + stretch.from(), from + stretch.to()))
                .toList();
        var next = stretches.parallelStream()
                .map(stretch -> count(stretch, shift, values))
                .toList();
        addUp(from, next, values);
        IntStream.range(0, stretches.size())
                .parallel()
                .forEach(part -> move(stretches.get(part), shift, next.get(part), target));
        return next.getLast();
    }

    private int[] count(Stretch stretch, int shift, int values) {
        var counts = new int[values];
        for (var row = stretch.from(); row < stretch.to(); row++) {
            counts[(int) (bits(row) >>> shift) & values - 1]++;
        }
        return counts;
    }

    /** Makes of the counts of each stretch the places where its rows go. */
    private static void addUp(int from, List<int[]> counts, int values) {
        var place = from;
        for (var value = 0; value < values; value++) {
            for (var ofStretch : counts) {
                var count = ofStretch[value];
                ofStretch[value] = place;
                place += count;
            }
        }
    }

    private void move(Stretch stretch, int shift, int[] next, Ascending target) {
        for (var row = stretch.from(); row < stretch.to(); row++) {
            var place = next[(int) (bits(row) >>> shift) & next.length - 1]++;
            target.scores[place] = scores[row];
            target.carried[place] = carried[row];
        }
    }

    private long bits(int row) {
        return Double.doubleToRawLongBits(scores[row]);
    }
}
