package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts profiles together: finds the level, then the cells, then counts slice by slice. */
final class ScoreMerge {
    private final List<ScoreProfile> parts;
    private final ScoreLevels levels;

    ScoreMerge(List<ScoreProfile> parts) {
        this.parts = parts;
        this.levels =
                parts.isEmpty() ? new ScoreLevels(Double.NaN) : parts.getFirst().levels();
        for (var part : parts) {
            if (Double.compare(part.threshold(), levels.threshold()) != 0) {
                throw new IllegalArgumentException("profiles of one threshold can be put together, not of several");
            }
        }
    }

    ScoreProfile merged() {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var from = parts.stream().mapToInt(ScoreProfile::level).max().orElse(0);
        var all = sortedDistinct(parts.stream()
                .map(part -> coarser(levels, part.keys(), part.level(), from))
                .toArray(long[][]::new));
        var level = level(levels, all, from);
        var keys = distinct(coarser(levels, all, from, level));
        var cells = parts.stream()
                .map(part -> cells(keys, coarser(levels, part.keys(), part.level(), level)))
                .toList();
        return new ScoreProfile(levels, level, keys, sums(level, keys.length, cells), slices(keys.length, cells));
    }

    /** The finest level, from one on, on which ascending keys of that one fill few enough cells. */
    static int level(ScoreLevels levels, long[] keys, int from) {
        if (keys.length <= ScoreProfile.MOST_CELLS) {
            return from;
        }
        int tooFine = from;
        int enough = ScoreLevels.COARSEST;
        while (enough - tooFine > 1) {
            int middle = (tooFine + enough) >>> 1;
            if (distinct(coarser(levels, keys, from, middle)).length <= ScoreProfile.MOST_CELLS) {
                enough = middle;
            } else {
                tooFine = middle;
            }
        }
        return enough;
    }

    static long[] coarser(ScoreLevels levels, long[] keys, int from, int to) {
        if (from == to) {
            return keys;
        }
        var coarse = new long[keys.length];
        for (var i = 0; i < keys.length; i++) {
            coarse[i] = levels.coarser(keys[i], from, to);
        }
        return coarse;
    }

    /** Ascending keys, each once. */
    static long[] distinct(long[] ascending) {
        var distinct = new long[ascending.length];
        var size = 0;
        for (var i = 0; i < ascending.length; i++) {
            if (i == 0 || ascending[i] != ascending[i - 1]) {
                distinct[size++] = ascending[i];
            }
        }
        return size == ascending.length ? ascending : Arrays.copyOf(distinct, size);
    }

    /** Where each of some ascending keys stands among others. */
    static int[] cells(long[] keys, long[] wanted) {
        var cells = new int[wanted.length];
        for (int i = 0, cell = 0; i < wanted.length; i++) {
            while (keys[cell] != wanted[i]) {
                cell++;
            }
            cells[i] = cell;
        }
        return cells;
    }

    private static long[] sortedDistinct(long[][] some) {
        var all = Arrays.stream(some).flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(all);
        return distinct(all);
    }

    private CellSums sums(int level, int size, List<int[]> cells) {
        if (level == 0) {
            return new CellSums(0);
        }
        var sums = new CellSums(size);
        for (var i = 0; i < parts.size(); i++) {
            addSums(sums, parts.get(i), cells.get(i));
        }
        return sums;
    }

    private static void addSums(CellSums sums, ScoreProfile part, int[] cells) {
        if (part.level() > 0) {
            for (var cell = 0; cell < cells.length; cell++) {
                sums.add(cells[cell], part.sums(), cell);
            }
            return;
        }
        for (var slice : part.slices().values()) {
            for (var i = 0; i < slice.counts().length; i++) {
                var cell = slice.places()[i] / SliceScores.CLASSES;
                sums.add(cells[cell], part.keys()[cell], slice.counts()[i]);
            }
        }
    }

    private TreeMap<Integer, SliceScores> slices(int size, List<int[]> cells) {
        var keys = ScoreProfile.sliceKeys(parts).toList();
        return keys.parallelStream()
                .collect(Collectors.toMap(
                        Function.identity(), key -> slice(key, size, cells), (one, other) -> one, TreeMap::new));
    }

    private SliceScores slice(int key, int size, List<int[]> cells) {
        var totals = new PlaceCounts(size * SliceScores.CLASSES);
        var highest = SliceScores.noneHighest();
        var lowest = SliceScores.noneLowest();
        for (var i = 0; i < parts.size(); i++) {
            var slice = parts.get(i).slices().get(key);
            if (slice != null) {
                add(totals, slice, cells.get(i));
                for (var kind = 0; kind < SliceScores.CLASSES; kind++) {
                    highest[kind].addAll(slice.highest()[kind]);
                    lowest[kind].addAll(slice.lowest()[kind]);
                }
            }
        }
        return totals.slice(highest, lowest);
    }

    private static void add(PlaceCounts totals, SliceScores slice, int[] cells) {
        var places = slice.places();
        var counts = slice.counts();
        for (var i = 0; i < places.length; i++) {
            var cell = places[i] / SliceScores.CLASSES;
            totals.add(places[i] + (cells[cell] - cell) * SliceScores.CLASSES, counts[i]);
        }
    }
}
