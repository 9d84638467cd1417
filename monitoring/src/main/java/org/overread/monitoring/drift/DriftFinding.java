package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * What became of one column over the windows of a period.
 *
 * @param column the column
 * @param overall the whole period beside the reference window
 * @param marks the period's windows, the oldest first
 * @param needed in how many of the latest windows it must have moved to be a finding
 * @param latest how many of the latest windows are looked at
 */
public record DriftFinding(Column column, JudgedColumn overall, List<Mark> marks, int needed, int latest) {
    /** Findings first, then by how far the latest window lies from the reference, then for how long. */
    public static final Comparator<DriftFinding> BY_WORRY = Comparator.comparing(DriftFinding::sustained)
            .thenComparing(finding -> finding.now().distance())
            .thenComparing(DriftFinding::run)
            .reversed()
            .thenComparing(DriftFinding::column);

    public DriftFinding {
        marks = List.copyOf(marks);
    }

    /**
     * One finding for each column, in the order of the overall ones.
     *
     * @param windows the columns of each window, judged by the same rule; the oldest first
     */
    public static List<DriftFinding> of(DriftRule rule, List<JudgedColumn> overall, List<List<Mark>> windows) {
        var findings = new ArrayList<DriftFinding>();
        for (var judged : overall) {
            var marks = windows.stream()
                    .flatMap(List::stream)
                    .filter(mark -> mark.judged().column().equals(judged.column()))
                    .toList();
            findings.add(new DriftFinding(judged.column(), judged, marks, rule.held(), rule.windows()));
        }
        return findings;
    }

    /**
     * The same as it may be told. A window of which few are missing, or few are not, is told without how many; so is
     * another one, lest the whole less the others give it away, and so are all where the whole is.
     *
     * @param months one for each mark
     */
    DriftFinding shown(PatientBins reference, PatientBins current, List<PatientBins> months) {
        var whole = overall.shown(reference, current);
        var told = whole.drift().missingFew() ? Set.<Integer>of() : told(months);
        var shown = new ArrayList<Mark>();
        for (int i = 0; i < marks.size(); i++) {
            shown.add(told.contains(i) ? marks.get(i) : marks.get(i).withoutMissing());
        }
        return new DriftFinding(column, whole, shown, needed, latest);
    }

    /** The windows of which may be told how many are missing. */
    private Set<Integer> told(List<PatientBins> months) {
        var missing = new LinkedHashMap<Integer, Long>();
        var present = new LinkedHashMap<Integer, Long>();
        for (int i = 0; i < marks.size(); i++) {
            var drift = marks.get(i).judged().drift();
            missing.put(i, months.get(i).weight(drift, true));
            present.put(i, months.get(i).weight(drift, false));
        }
        var told = new HashSet<>(SmallCells.shownParts(missing).keySet());
        told.retainAll(SmallCells.shownParts(present).keySet());
        return told;
    }

    /** Whether this is a drift finding: it moved, and has held for long enough. */
    public boolean sustained() {
        return lately() >= needed;
    }

    /** In how many of the latest windows the values moved, or the missingness, whichever is more. */
    public int lately() {
        var looked = marks.subList(Math.max(0, marks.size() - latest), marks.size());
        return (int) Math.max(
                looked.stream().filter(mark -> mark.judged().values().moved()).count(),
                looked.stream().filter(mark -> mark.judged().missing().moved()).count());
    }

    /** For how many windows in a row, up to the latest, the values moved, or the missingness, whichever is more. */
    public int run() {
        return Math.max(
                inARow(mark -> mark.judged().values().moved()),
                inARow(mark -> mark.judged().missing().moved()));
    }

    private int inARow(Predicate<Mark> moved) {
        int run = 0;
        while (run < marks.size() && moved.test(marks.get(marks.size() - 1 - run))) {
            run++;
        }
        return run;
    }

    /** The latest window; the whole period when it was not split. */
    public JudgedColumn now() {
        return marks.isEmpty() ? overall : marks.getLast().judged();
    }

    /** The latest window in which it moved; null when it never did. */
    public @Nullable Mark lastMoved() {
        return marks.stream()
                .filter(mark -> mark.judged().moved())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** One sentence on what it means: of the latest window that moved when this is a finding, else of the latest. */
    public String meaning() {
        var moved = lastMoved();
        return sustained() && moved != null ? moved.judged().meaning() : now().meaning();
    }
}
