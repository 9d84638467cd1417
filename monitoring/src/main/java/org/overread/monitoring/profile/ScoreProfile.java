package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The scores of some predictions with their outcomes and few of their patients, by combination of subgroup values: all
 * that figures of any group at any threshold need, in a size that does not grow with the number of predictions.
 *
 * <p>Profiles are a commutative monoid. The profile of predictions is on the finest level of {@link ScoreLevels} on which
 * their distinct scores fill at most {@value #MOST_CELLS} cells. More predictions never fill fewer cells, so the profile
 * of two sets together needs no finer level than either has, and {@link #merged} finds it whatever the order. With at
 * most {@value #MOST_CELLS} distinct scores nothing is lost at all.
 *
 * @see "Decision 010: profiles of days"
 */
public final class ScoreProfile {
    /** The most cells that scores are told apart by. */
    public static final int MOST_CELLS = 2048;

    private final ScoreLevels levels;
    private final int level;
    private final long[] keys;
    private final CellSums sums;
    private final SortedMap<Integer, SliceScores> slices;

    ScoreProfile(ScoreLevels levels, int level, long[] keys, CellSums sums, SortedMap<Integer, SliceScores> slices) {
        this.levels = levels;
        this.level = level;
        this.keys = keys;
        this.sums = sums;
        this.slices = Collections.unmodifiableSortedMap(slices);
    }

    /**
     * The profile of no predictions.
     *
     * @param threshold where figures are to be exact; NaN for nowhere
     */
    public static ScoreProfile empty(double threshold) {
        return new ScoreProfile(new ScoreLevels(threshold), 0, new long[0], new CellSums(0), new TreeMap<>());
    }

    /** The profile of all predictions that the parts are of; the parts have one threshold. */
    public static ScoreProfile merged(Collection<ScoreProfile> parts) {
        return new ScoreMerge(List.copyOf(parts)).merged();
    }

    public ScoreProfile and(ScoreProfile other) {
        return merged(List.of(this, other));
    }

    /** Whether every distinct score is still told apart. */
    public boolean exact() {
        return level == 0;
    }

    /** The number of predictions. */
    public long size() {
        return slices.values().stream()
                .flatMapToInt(slice -> Arrays.stream(slice.counts()))
                .asLongStream()
                .sum();
    }

    public double threshold() {
        return levels.threshold();
    }

    ScoreLevels levels() {
        return levels;
    }

    int level() {
        return level;
    }

    long[] keys() {
        return keys;
    }

    /** Of the distances to the nearer end, by cell; not kept on level 0, where the keys say all. */
    CellSums sums() {
        return sums;
    }

    SortedMap<Integer, SliceScores> slices() {
        return slices;
    }

    /** Whether one score is all there is in a cell. */
    boolean single(int cell) {
        return level == 0 || sums.single(cell);
    }

    /** The lowest score of a cell. */
    double floor(int cell) {
        return levels.floor(keys[cell], level);
    }

    /** The number of predictions in each cell. */
    long[] counts() {
        var counts = new long[keys.length];
        slices.values().forEach(slice -> {
            for (var i = 0; i < slice.counts().length; i++) {
                counts[slice.places()[i] / SliceScores.CLASSES] += slice.counts()[i];
            }
        });
        return counts;
    }

    /** The number of predictions of a part of this in each cell. */
    long[] countsOf(ScoreProfile part) {
        var cells = ScoreMerge.cells(keys, ScoreMerge.coarser(levels, part.keys, part.level, level));
        var counts = new long[keys.length];
        var ofPart = part.counts();
        for (var cell = 0; cell < cells.length; cell++) {
            counts[cells[cell]] += ofPart[cell];
        }
        return counts;
    }

    /** The mean score of each cell, which stands for all scores in it. */
    double[] means() {
        var counts = counts();
        var means = new double[keys.length];
        for (var cell = 0; cell < means.length; cell++) {
            means[cell] = mean(cell, counts[cell]);
        }
        return means;
    }

    private double mean(int cell, long count) {
        if (level == 0) {
            return ScoreLevels.score(keys[cell]);
        }
        if (sums.single(cell)) {
            return ScoreLevels.score(sums.only(cell));
        }
        var distance = sums.meanDistance(cell, count);
        return Math.clamp(
                ScoreLevels.nearOne(keys[cell]) ? 1 - distance : distance,
                levels.floor(keys[cell], level),
                levels.ceiling(keys[cell], level));
    }

    /** Adds the sums of the cells whose only score is known. */
    ScoreProfile withSumsOfSingles() {
        if (level > 0) {
            var counts = counts();
            for (var cell = 0; cell < keys.length; cell++) {
                if (sums.single(cell)) {
                    sums.add(cell, sums.only(cell), counts[cell]);
                }
            }
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreProfile that
                && Double.compare(threshold(), that.threshold()) == 0
                && level == that.level
                && Arrays.equals(keys, that.keys)
                && sums.equals(that.sums)
                && slices.equals(that.slices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys) * 31 + slices.hashCode();
    }

    @Override
    public String toString() {
        return "ScoreProfile[%d predictions in %d slices, %d cells of level %d]"
                .formatted(size(), slices.size(), keys.length, level);
    }

    static Stream<Integer> sliceKeys(List<ScoreProfile> parts) {
        return parts.stream().flatMap(part -> part.slices.keySet().stream()).distinct();
    }
}
