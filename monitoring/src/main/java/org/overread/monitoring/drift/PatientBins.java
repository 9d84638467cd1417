package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * How many distinct patients stand behind each bin of the columns, in the reference window or in the current one. No
 * more than {@value SmallCells#THRESHOLD} of a bin are remembered. What was not seen counts as few: a bin is shown only
 * when its patients were counted.
 */
final class PatientBins {
    /** The label of the predictions without a value. */
    static final String MISSING = "(missing)";

    private final List<Counted> columns = new ArrayList<>();
    private final Map<Column, Counted> byColumn = new HashMap<>();
    private int open;

    /** The bins of one column. */
    private static final class Counted {
        private final Column column;
        private final @Nullable Deciles deciles;
        private final List<String> labels;
        private final Map<String, Set<Long>> patients = new HashMap<>();

        Counted(ColumnDrift drift, boolean current) {
            column = drift.column();
            deciles = drift.reference() instanceof NumericDistribution numbers && numbers.present() > 0
                    ? Deciles.of(numbers)
                    : null;
            labels = deciles == null ? List.of() : deciles.labels();
            for (var bin : drift.bins()) {
                if ((current ? bin.current() : bin.reference()) > 0) {
                    patients.put(bin.label(), new HashSet<>());
                }
            }
            if ((current ? drift.current() : drift.reference()).missing() > 0) {
                patients.put(MISSING, new HashSet<>());
            }
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

    PatientBins(List<ColumnDrift> drifts, boolean current) {
        for (var drift : drifts) {
            var counted = new Counted(drift, current);
            columns.add(counted);
            byColumn.put(drift.column(), counted);
            open += counted.patients.size();
        }
    }

    /** Counts a prediction; whether any bin is not large enough yet. */
    boolean add(long patient, Map<String, String> features, @Nullable Double score, @Nullable Integer outcome) {
        for (var counted : columns) {
            var value = switch (counted.column.kind()) {
                case FEATURE -> features.get(counted.column.name());
                case SCORE -> score == null ? null : score.toString();
                case OUTCOME -> outcome == null ? null : outcome.toString();
            };
            open -= counted.add(value, patient) ? 1 : 0;
        }
        return open > 0;
    }

    /** The patients behind a bin, as far as they are remembered; null when the window has none in it. */
    @Nullable Set<Long> patients(Column column, String label) {
        var counted = byColumn.get(column);
        return counted == null ? null : counted.patients.get(label);
    }
}
