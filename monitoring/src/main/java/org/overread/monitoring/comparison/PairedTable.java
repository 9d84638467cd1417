package org.overread.monitoring.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.overread.monitoring.metric.PairedPredictive;
import org.overread.monitoring.metric.PairedProportions;
import org.overread.monitoring.subgroup.SmallCells;

/** The same cases in eight cells: flagged by the first version or not, by the second or not, event or not. */
final class PairedTable {
    private static final int FIRST = 4;
    private static final int SECOND = 2;
    private static final int EVENT = 1;
    private static final int CELLS = 8;

    private final long[] counts = new long[CELLS];
    private final List<Set<Long>> patients =
            Stream.generate(() -> (Set<Long>) new HashSet<Long>()).limit(CELLS).toList();

    private final boolean hiding;

    /** @param hiding whether what stands for few patients is to be hidden */
    PairedTable(PairedCases cases, double threshold, double otherThreshold, boolean hiding) {
        this.hiding = hiding;
        for (var row = 0; row < cases.size(); row++) {
            var cell = (cases.scores()[row] >= threshold ? FIRST : 0)
                    + (cases.others()[row] >= otherThreshold ? SECOND : 0)
                    + (cases.outcomes()[row] == 1 ? EVENT : 0);
            counts[cell]++;
            if (patients.get(cell).size() < SmallCells.THRESHOLD) {
                patients.get(cell).add(cases.patients()[row]);
            }
        }
    }

    /** Whether one of the eight cells stands for few patients. */
    boolean hidesCells() {
        return hiding && patients.stream().anyMatch(cell -> SmallCells.hides(cell.size()));
    }

    /** Whether the events or the non-events stand for few patients. */
    boolean hidesCounts() {
        return hiding && (SmallCells.hides(distinct(EVENT)) || SmallCells.hides(distinct(0)));
    }

    long events() {
        return cell(EVENT) + cell(FIRST | EVENT) + cell(SECOND | EVENT) + cell(FIRST | SECOND | EVENT);
    }

    PairedProportions flaggedEvents() {
        return new PairedProportions(
                cell(FIRST | SECOND | EVENT), cell(FIRST | EVENT), cell(SECOND | EVENT), cell(EVENT));
    }

    PairedProportions unflaggedNonEvents() {
        return new PairedProportions(cell(0), cell(SECOND), cell(FIRST), cell(FIRST | SECOND));
    }

    PairedProportions flagged() {
        return new PairedProportions(
                cell(FIRST | SECOND) + cell(FIRST | SECOND | EVENT),
                cell(FIRST) + cell(FIRST | EVENT),
                cell(SECOND) + cell(SECOND | EVENT),
                cell(0) + cell(EVENT));
    }

    /** Events among the flagged. */
    PairedPredictive positive() {
        return new PairedPredictive(flaggedEvents(), unflaggedNonEvents().mirrored());
    }

    /** Non-events among those not flagged. */
    PairedPredictive negative() {
        return new PairedPredictive(unflaggedNonEvents(), flaggedEvents().mirrored());
    }

    private long cell(int cell) {
        return counts[cell];
    }

    private int distinct(int event) {
        return (int) IntStream.range(0, CELLS)
                .filter(cell -> (cell & EVENT) == event)
                .mapToObj(patients::get)
                .flatMap(Set::stream)
                .distinct()
                .limit(SmallCells.THRESHOLD)
                .count();
    }
}
