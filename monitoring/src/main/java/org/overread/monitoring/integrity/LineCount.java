package org.overread.monitoring.integrity;

/** Counts lines and remembers the first. */
final class LineCount {
    private long lines;
    private long first;

    void add(long line) {
        if (lines++ == 0) {
            first = line;
        }
    }

    long lines() {
        return lines;
    }

    long first() {
        return first;
    }
}
