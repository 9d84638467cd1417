package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be worked out from some sets of slices by adding and subtracting their counts: the vectors that
 * are linear combinations of the sets' indicators. Gaussian elimination modulo the prime 2³¹ − 1, so that no rounding
 * blurs the answer; a prime of that size misjudges a set of zeros and ones only by freak chance.
 */
final class Span {
    private static final long PRIME = Integer.MAX_VALUE;

    private final int slices;
    private final int sets;
    private final List<long[]> basis = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /**
     * @param slices how many slices there are
     * @param shown the sets whose counts are known; earlier ones are preferred when an answer is not unique
     */
    Span(int slices, List<BitSet> shown) {
        this.slices = slices;
        this.sets = shown.size();
        for (var set = 0; set < sets; set++) {
            var row = vector(shown.get(set));
            row[slices + set] = 1;
            reduce(row);
            var pivot = pivot(row);
            if (pivot >= 0) {
                scale(row, inverse(row[pivot]));
                basis.add(row);
                pivots.add(pivot);
            }
        }
    }

    /** The known sets out of which the wanted one can be worked out; null when it cannot. */
    @Nullable BitSet express(BitSet wanted) {
        var row = vector(wanted);
        reduce(row);
        if (pivot(row) >= 0) {
            return null;
        }
        var used = new BitSet();
        for (var set = 0; set < sets; set++) {
            used.set(set, row[slices + set] != 0);
        }
        return used;
    }

    private long[] vector(BitSet set) {
        var row = new long[slices + sets];
        set.stream().forEach(slice -> row[slice] = 1);
        return row;
    }

    private void reduce(long[] row) {
        for (var i = 0; i < pivots.size(); i++) {
            var factor = row[pivots.get(i)];
            if (factor != 0) {
                var by = basis.get(i);
                for (var column = 0; column < row.length; column++) {
                    row[column] = remainder(row[column] + (PRIME - factor) * by[column]);
                }
            }
        }
    }

    private int pivot(long[] row) {
        for (var column = 0; column < slices; column++) {
            if (row[column] != 0) {
                return column;
            }
        }
        return -1;
    }

    private static void scale(long[] row, long factor) {
        for (var column = 0; column < row.length; column++) {
            row[column] = remainder(row[column] * factor);
        }
    }

    /** Since 2³¹ is 1 modulo the prime, the high bits are simply added to the low ones. */
    private static long remainder(long value) {
        var folded = (value & PRIME) + (value >>> 31);
        folded = (folded & PRIME) + (folded >>> 31);
        return folded >= PRIME ? folded - PRIME : folded;
    }

    /** By Fermat: aᵖ⁻² is the inverse of a. */
    private static long inverse(long value) {
        var result = 1L;
        var power = value;
        for (var exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = result * power % PRIME;
            }
            power = power * power % PRIME;
        }
        return result;
    }
}
