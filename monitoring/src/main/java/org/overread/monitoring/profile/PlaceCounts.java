package org.overread.monitoring.profile;

/** Counts by place, of which few places have any: which have is kept in bits, so that nobody looks at the others. */
final class PlaceCounts {
    private final int[] counts;
    private final long[] filled;

    PlaceCounts(int places) {
        counts = new int[places];
        filled = new long[(places + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int place, int more) {
        counts[place] += more;
        filled[place / Long.SIZE] |= 1L << place;
    }

    /** The places that have any, ascending, with their counts. */
    SliceScores slice(Ends[] highest, Ends[] lowest) {
        var size = 0;
        for (var word : filled) {
            size += Long.bitCount(word);
        }
        var places = new int[size];
        var found = new int[size];
        var next = 0;
        for (var word = 0; word < filled.length; word++) {
            for (var rest = filled[word]; rest != 0; rest &= rest - 1) {
                places[next] = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
                found[next] = counts[places[next++]];
            }
        }
        return new SliceScores(places, found, highest, lowest);
    }
}
