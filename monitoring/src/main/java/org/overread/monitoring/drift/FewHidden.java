package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * Puts the bins of a column that stand for few patients, in either window, together as one. Since the whole of each
 * window is shown, a hidden bin of few could be worked out by subtraction, and so could several that together stand for
 * few: then the smallest of the others go with them, until in each window what is hidden stands for enough patients.
 */
final class FewHidden {
    private final Map<String, Bin> parts = new LinkedHashMap<>();
    private final Column column;
    private final List<PatientBins> windows;
    private final Set<String> hidden = new HashSet<>();

    private FewHidden(ColumnDrift drift, PatientBins reference, PatientBins current) {
        column = drift.column();
        windows = List.of(reference, current);
        drift.bins().forEach(bin -> parts.put(bin.label(), bin));
        long then = drift.reference().missing();
        long now = drift.current().missing();
        if (then + now > 0) {
            parts.put(PatientBins.MISSING, new Bin(PatientBins.MISSING, then, now));
        }
    }

    static ColumnDrift of(ColumnDrift drift, PatientBins reference, PatientBins current) {
        var hiding = new FewHidden(drift, reference, current);
        hiding.hide();
        return drift.shown(hiding.shown(), hiding.hidden.contains(PatientBins.MISSING));
    }

    private void hide() {
        for (var label : parts.keySet()) {
            if (windows.stream().anyMatch(window -> few(window, Set.of(label)))) {
                hidden.add(label);
            }
        }
        while (!hidden.isEmpty()
                && hidden.size() < parts.size()
                && windows.stream().anyMatch(window -> few(window, hidden))) {
            parts.values().stream()
                    .filter(bin -> !hidden.contains(bin.label()))
                    .min(Comparator.comparingLong(bin -> bin.reference() + bin.current()))
                    .ifPresent(bin -> hidden.add(bin.label()));
        }
    }

    /** Whether these bins hold predictions of the window, of few patients together. */
    private boolean few(PatientBins window, Set<String> labels) {
        var patients = new HashSet<Long>();
        boolean any = false;
        for (var label : labels) {
            var known = window.patients(column, label);
            any |= known != null;
            patients.addAll(known == null ? Set.of() : known);
        }
        return any && patients.size() < SmallCells.THRESHOLD;
    }

    private List<Bin> shown() {
        var bins = new ArrayList<Bin>();
        long then = 0;
        long now = 0;
        for (var bin : parts.values()) {
            if (hidden.contains(bin.label())) {
                boolean value = !bin.label().equals(PatientBins.MISSING);
                then += value ? bin.reference() : 0;
                now += value ? bin.current() : 0;
            } else if (!bin.label().equals(PatientBins.MISSING)) {
                bins.add(bin);
            }
        }
        if (then + now > 0) {
            bins.add(new Bin(Bin.FEW, then, now));
        }
        return bins;
    }
}
