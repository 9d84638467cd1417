package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * How many distinct patients stand behind each bin of the columns of a window. Where no patient has more than so many of
 * its predictions, enough predictions are of enough patients; the patients of a bin with fewer are counted one by one, up
 * to {@value SmallCells#THRESHOLD}. Patients that were neither bounded nor seen count as none.
 */
public final class PatientBins {
    /** The label of the predictions without a value. */
    static final String MISSING = "(missing)";

    private final long mostOfOnePatient;
    private final List<Counted> columns = new ArrayList<>();
    private final Map<Column, Counted> byColumn = new HashMap<>();
    private int open;

    /** The bins of one column. */
    private static final class Counted {
        private final Column column;
        private final @Nullable Deciles deciles;
        private final List<String> labels;
        private final Map<String, Set<Long>> patients = new HashMap<>();

        Counted(ColumnDrift drift) {
            column = drift.column();
            deciles = drift.reference() instanceof NumericDistribution numbers && numbers.present() > 0
                    ? Deciles.of(numbers)
                    : null;
            labels = deciles == null ? List.of() : deciles.labels();
        }

        /** Whether the bin has become large enough by this patient. */
        boolean add(@Nullable String value, long patient) {
            var known = patients.get(label(value));
            if (known == null || known.size() >= SmallCells.THRESHOLD) {
                return false;
            }
            known.add(patient);
            return known.size() >= SmallCells.THRESHOLD;
        }

        private String label(@Nullable String value) {
            if (value == null) {
                return MISSING;
            }
            if (deciles == null) {
                return value;
            }
            try {
                return labels.get(deciles.bin(Double.parseDouble(value)));
            } catch (NumberFormatException e) {
                return MISSING;
            }
        }
    }

    /**
     * @param current whether of the current window; else of the reference window
     * @param mostOfOnePatient no patient has more of the window's predictions; 0 when that is not known
     */
    public PatientBins(List<ColumnDrift> drifts, boolean current, long mostOfOnePatient) {
        this.mostOfOnePatient = mostOfOnePatient;
        for (var drift : drifts) {
            var counted = new Counted(drift);
            columns.add(counted);
            byColumn.put(drift.column(), counted);
            for (var bin : drift.parts()) {
                long predictions = current ? bin.current() : bin.reference();
                if (predictions > 0 && !enough(predictions)) {
                    counted.patients.put(bin.label(), new HashSet<>());
                }
            }
            open += counted.patients.size();
        }
    }

    /** Whether the patients of any bin are yet to be counted. */
    public boolean open() {
        return open > 0;
    }

    /** Counts a prediction; whether any bin is not large enough yet. */
    public boolean add(long patient, Map<String, String> features, @Nullable Double score, @Nullable Integer outcome) {
        for (var counted : columns) {
            var value = switch (counted.column.kind()) {
                case FEATURE -> features.get(counted.column.name());
                case SCORE -> score == null ? null : score.toString();
                case OUTCOME -> outcome == null ? null : outcome.toString();
            };
            open -= counted.add(value, patient) ? 1 : 0;
        }
        return open();
    }

    /**
     * Whether these bins of a column together stand for few patients.
     *
     * @param predictions how many the window has in them; none are not few
     */
    boolean few(Column column, Set<String> labels, long predictions) {
        if (predictions == 0 || enough(predictions)) {
            return false;
        }
        var counted = byColumn.get(column);
        var patients = new HashSet<Long>();
        if (counted != null) {
            labels.forEach(label -> patients.addAll(counted.patients.getOrDefault(label, Set.of())));
        }
        return patients.size() < SmallCells.THRESHOLD;
    }

    /** The predictions of the current window without a value, or those with one; 1 where they stand for few patients. */
    long weight(ColumnDrift drift, boolean missing) {
        var column = drift.column();
        long predictions = missing ? drift.current().missing() : drift.current().present();
        var labels = missing
                ? Set.of(MISSING)
                : drift.bins().stream().map(Bin::label).collect(Collectors.toSet());
        if (predictions == 0 || column.kind() == Column.Kind.OUTCOME) {
            return 0;
        }
        return few(column, labels, predictions) ? 1 : Math.max(predictions, SmallCells.THRESHOLD);
    }

    private boolean enough(long predictions) {
        return mostOfOnePatient > 0 && Math.ceilDiv(predictions, mostOfOnePatient) >= SmallCells.THRESHOLD;
    }
}
