package org.overread.monitoring.profile;

import java.util.TreeMap;
import java.util.function.IntFunction;

/** A profile of scores as bytes, and back. The first byte is the version of this form. */
public final class ScoreBytes {
    private static final int VERSION = 1;
    private static final int MOST_DECIMALS = 9;
    private static final int NOT_DECIMAL = MOST_DECIMALS + 1;

    private ScoreBytes() {}

    public static byte[] of(ScoreProfile profile) {
        var out = new ByteWriter();
        out.number(VERSION);
        out.eight(Double.doubleToLongBits(profile.threshold()));
        out.number(profile.level());
        out.number(profile.keys().length);
        writeKeys(out, profile);
        for (var cell = 0; cell < profile.sums().size(); cell++) {
            writeSum(out, profile, cell);
        }
        out.number(profile.slices().size());
        profile.slices().forEach((key, slice) -> {
            out.number(key);
            writeCounts(out, slice);
            for (var kind = 0; kind < SliceScores.CLASSES; kind++) {
                writeEnds(out, slice.highest()[kind]);
                writeEnds(out, slice.lowest()[kind]);
            }
        });
        return out.bytes();
    }

    /** @throws IllegalArgumentException when the bytes are of another version */
    public static ScoreProfile read(byte[] bytes) {
        var in = new ByteReader(bytes, VERSION);
        var levels = new ScoreLevels(Double.longBitsToDouble(in.eight()));
        var level = in.small();
        var keys = readKeys(in, level, in.small());
        var sums = new CellSums(level == 0 ? 0 : keys.length);
        for (var cell = 0; cell < sums.size(); cell++) {
            readSum(in, sums, cell, keys[cell]);
        }
        var slices = new TreeMap<Integer, SliceScores>();
        for (var rest = in.small(); rest > 0; rest--) {
            slices.put(in.small(), readSlice(in));
        }
        return new ScoreProfile(levels, level, keys, sums, slices).withSumsOfSingles();
    }

    /** Where a cell has one score only, its sum follows from the counts. */
    private static void writeSum(ByteWriter out, ScoreProfile profile, int cell) {
        var sums = profile.sums();
        if (sums.single(cell)) {
            out.number(1);
            out.number(Math.abs(sums.only(cell) - (profile.keys()[cell] & ~1L)));
        } else {
            out.number(2 * sums.high(cell));
            out.eight(sums.low(cell));
        }
    }

    private static void readSum(ByteReader in, CellSums sums, int cell, long key) {
        var first = in.number();
        if (first == 1) {
            var end = key & ~1L;
            sums.setOnly(cell, ScoreLevels.nearOne(key) ? end - in.number() : end + in.number());
        } else {
            sums.setSeveral(cell, first / 2, in.eight());
        }
    }

    /** Most scores are decimal fractions: then their numerators are written, which are small. */
    private static void writeKeys(ByteWriter out, ScoreProfile profile) {
        var keys = profile.keys();
        var level = profile.level();
        var decimals = level == 0 ? decimals(keys) : 0;
        if (level == 0) {
            out.number(decimals);
        }
        var before = 0L;
        for (var key : keys) {
            var number = level > 0
                    ? ScoreLevels.number(key, level)
                    : decimals == NOT_DECIMAL ? key : numerator(ScoreLevels.score(key), decimals);
            out.number(number - before);
            before = number;
        }
    }

    private static long[] readKeys(ByteReader in, int level, int size) {
        var decimals = level == 0 ? in.small() : 0;
        var keys = new long[size];
        var number = 0L;
        for (var cell = 0; cell < size; cell++) {
            number += in.number();
            keys[cell] = level > 0
                    ? ScoreLevels.ofNumber(number, level)
                    : decimals == NOT_DECIMAL ? number : ScoreLevels.key(number / Math.pow(10, decimals));
        }
        return keys;
    }

    private static int decimals(long[] keys) {
        var decimals = 0;
        for (var key : keys) {
            while (decimals <= MOST_DECIMALS && !isDecimal(ScoreLevels.score(key), decimals)) {
                decimals++;
            }
        }
        return decimals;
    }

    private static boolean isDecimal(double score, int decimals) {
        return numerator(score, decimals) / Math.pow(10, decimals) == score;
    }

    private static long numerator(double score, int decimals) {
        return Math.round(score * Math.pow(10, decimals));
    }

    /** The distance to the place before, doubled, and one more when a count above 1 follows. */
    private static void writeCounts(ByteWriter out, SliceScores slice) {
        out.number(slice.places().length);
        var before = 0;
        for (var i = 0; i < slice.places().length; i++) {
            var count = slice.counts()[i];
            out.number((slice.places()[i] - before) * 2L + (count > 1 ? 1 : 0));
            if (count > 1) {
                out.number(count);
            }
            before = slice.places()[i];
        }
    }

    private static SliceScores readSlice(ByteReader in) {
        var places = new int[in.small()];
        var counts = new int[places.length];
        var before = 0;
        for (var i = 0; i < places.length; i++) {
            var step = in.small();
            before += step >>> 1;
            places[i] = before;
            counts[i] = (step & 1) == 1 ? in.small() : 1;
        }
        var highest = new Ends[SliceScores.CLASSES];
        var lowest = new Ends[SliceScores.CLASSES];
        for (var kind = 0; kind < SliceScores.CLASSES; kind++) {
            highest[kind] = readEnds(in, in.small(), Ends::keptHighest);
            lowest[kind] = readEnds(in, in.small(), Ends::keptLowest);
        }
        return new SliceScores(places, counts, highest, lowest);
    }

    private static void writeEnds(ByteWriter out, Ends ends) {
        out.number(ends.size());
        for (var place = 0; place < ends.size(); place++) {
            out.eight(Double.doubleToLongBits(ends.score(place)));
            out.four(ends.patient(place));
        }
    }

    private static Ends readEnds(ByteReader in, int size, IntFunction<Ends> kept) {
        var ends = kept.apply(size);
        for (var rest = size; rest > 0; rest--) {
            ends.append(Double.longBitsToDouble(in.eight()), in.four());
        }
        return ends;
    }
}
