package org.overread.monitoring.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts every refusal and remembers the first by line, so that a body full of faults needs no more memory. The reader
 * and the database find refusals at the same time, so it may be used by several threads.
 */
public final class Refusals {
    public static final int LISTED = 1_000;

    private final PriorityQueue<LineProblem> first =
            new PriorityQueue<>(Comparator.comparingLong(LineProblem::line).reversed());
    private long count;

    public synchronized void add(LineProblem problem) {
        count++;
        first.add(problem);
        if (first.size() > LISTED) {
            first.remove();
        }
    }

    public synchronized long count() {
        return count;
    }

    /** The first by line, in the order of the lines. */
    public synchronized List<LineProblem> first() {
        return first.stream()
                .sorted(Comparator.comparingLong(LineProblem::line))
                .toList();
    }
}
