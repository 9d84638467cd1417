package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.TreeMap;

/** Takes scored predictions one by one, in any order, and makes their profile; keeps no more than some at a time. */
public final class ScoreRows {
    private static final int SOME = 1 << 16;
    private static final int FIRST = 1 << 10;

    private final ScoreLevels levels;
    private ScoreProfile before;
    private double[] scores = new double[FIRST];
    private int[] slices = new int[FIRST];
    private byte[] kinds = new byte[FIRST];
    private int[] patients = new int[FIRST];
    private int size;

    private static final class BothEnds {
        private final Ends[] highest = SliceScores.noneHighest();
        private final Ends[] lowest = SliceScores.noneLowest();
    }

    /** @param threshold where figures are to be exact; NaN for nowhere */
    public ScoreRows(double threshold) {
        levels = new ScoreLevels(threshold);
        before = ScoreProfile.empty(threshold);
    }

    /**
     * Adds a prediction.
     *
     * @param score from 0 to 1
     * @param outcome 1, 0 or negative when unknown
     * @param slice the number of its combination of subgroup values
     * @param patient well mixed bits that are the same for the same patient
     */
    public void add(double score, int outcome, int slice, long patient) {
        // written so that NaN fails it
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must lie in [0, 1]");
        }
        if (size == SOME) {
            before = profile();
            size = 0;
        } else if (size == scores.length) {
            grow();
        }
        scores[size] = score + 0.0; // -0.0 becomes 0.0
        slices[size] = slice;
        kinds[size] = (byte) SliceScores.classOf(outcome);
        patients[size++] = (int) (patient ^ patient >>> 32);
    }

    /** The profile of everything that was added. */
    public ScoreProfile profile() {
        return size == 0 ? before : before.and(counted());
    }

    private void grow() {
        var capacity = Math.min(SOME, 2 * size);
        scores = Arrays.copyOf(scores, capacity);
        slices = Arrays.copyOf(slices, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        patients = Arrays.copyOf(patients, capacity);
    }

    private ScoreProfile counted() {
        var sorted = new long[size];
        for (var row = 0; row < size; row++) {
            sorted[row] = ScoreLevels.key(scores[row]);
        }
        Arrays.sort(sorted);
        var exact = ScoreMerge.distinct(sorted);
        var level = ScoreMerge.level(levels, exact, 0);
        var coarse = ScoreMerge.coarser(levels, exact, 0, level);
        var keys = ScoreMerge.distinct(coarse);
        var cells = ScoreMerge.cells(keys, coarse);
        var sums = new CellSums(level == 0 ? 0 : keys.length);
        var order = new long[size];
        for (var row = 0; row < size; row++) {
            var key = ScoreLevels.key(scores[row]);
            var cell = cells[Arrays.binarySearch(exact, key)];
            if (level > 0) {
                sums.add(cell, key, 1);
            }
            order[row] = (long) slices[row] << 32 | (long) cell * SliceScores.CLASSES + kinds[row];
        }
        return new ScoreProfile(levels, level, keys, sums, bySlice(order));
    }

    private TreeMap<Integer, SliceScores> bySlice(long[] order) {
        var ends = new TreeMap<Integer, BothEnds>();
        for (var row = 0; row < size; row++) {
            var some = ends.computeIfAbsent(slices[row], any -> new BothEnds());
            SliceScores.add(some.highest, some.lowest, kinds[row], scores[row], patients[row]);
        }
        Arrays.sort(order);
        var all = new TreeMap<Integer, SliceScores>();
        var from = 0;
        for (var slice : ends.entrySet()) {
            var to = from;
            while (to < size && (int) (order[to] >>> 32) == slice.getKey()) {
                to++;
            }
            all.put(slice.getKey(), counted(Arrays.copyOfRange(order, from, to), slice.getValue()));
            from = to;
        }
        return all;
    }

    private static SliceScores counted(long[] order, BothEnds ends) {
        var places = new int[order.length];
        var counts = new int[order.length];
        var filled = 0;
        for (var i = 0; i < order.length; i++) {
            if (i == 0 || order[i] != order[i - 1]) {
                places[filled++] = (int) order[i];
            }
            counts[filled - 1]++;
        }
        return new SliceScores(Arrays.copyOf(places, filled), Arrays.copyOf(counts, filled), ends.highest, ends.lowest);
    }
}
