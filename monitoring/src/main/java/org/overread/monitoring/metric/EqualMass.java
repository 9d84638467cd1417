package org.overread.monitoring.metric;

import java.util.ArrayList;
import java.util.List;

/** Splits rows that come in ascending order of score into parts of equal size, as {@code numpy.array_split} does. */
final class EqualMass {
    private final int rows;
    private final int parts;
    private final List<ReliabilityBin> closed = new ArrayList<>();
    private long row;
    private long start;
    private long end;
    private long partEvents;
    private double partScores;

    EqualMass(int rows, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("at least one bin is needed");
        }
        this.rows = rows;
        this.parts = parts;
        this.end = endOf(0);
    }

    /** How many rows the part that is being filled still takes. */
    long room() {
        return end - row;
    }

    /** Adds rows of one score, at most as many as there is room for. */
    void add(long count, long events, double score) {
        partEvents += events;
        partScores += count * score;
        row += count;
        if (row == end) {
            close();
        }
    }

    List<ReliabilityBin> bins() {
        return closed;
    }

    private void close() {
        var partRows = end - start;
        closed.add(new ReliabilityBin(partRows, partScores / partRows, (double) partEvents / partRows));
        start = end;
        partEvents = 0;
        partScores = 0;
        end = endOf(closed.size());
    }

    /** The first {@code rows % parts} parts have one row more. */
    private long endOf(int part) {
        return (part + 1L) * (rows / parts) + Math.min(part + 1, rows % parts);
    }
}
