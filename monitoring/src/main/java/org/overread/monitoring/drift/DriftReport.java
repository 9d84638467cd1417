package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.FeatureDistribution;

/**
 * What became of every column of a version.
 *
 * @param windows what was compared; null when there is no prediction to compare
 * @param rule the rule that the findings follow
 * @param basis what it was counted from
 * @param findings one for each column: features by name, then the score, then the outcome
 */
public record DriftReport(
        @Nullable DriftWindows windows, DriftRule rule, DriftBasis basis, List<DriftFinding> findings) {
    public DriftReport {
        findings = List.copyOf(findings);
    }

    /** Of a version without predictions. */
    static DriftReport nothing(DriftRule rule) {
        return new DriftReport(null, rule, DriftBasis.NOTHING, List.of());
    }

    /**
     * Compares the reference window with the current one and with each of its months.
     *
     * @param observed the reference window, the current one, and its months in their order
     */
    static DriftReport of(DriftRule rule, DriftWindows windows, Observed observed) {
        var columns = observed.periods();
        var months = windows.current().months();
        var marks = new ArrayList<List<Mark>>();
        for (int i = 0; i < months.size(); i++) {
            var month = months.get(i);
            marks.add(judge(rule, columns.getFirst(), columns.get(2 + i)).stream()
                    .map(judged -> new Mark(month.from(), month.to(), judged))
                    .toList());
        }
        return new DriftReport(
                windows,
                rule,
                observed.basis(),
                DriftFinding.of(rule, judge(rule, columns.getFirst(), columns.get(1)), marks));
    }

    /** The columns of one window beside those of the reference window. */
    public static List<JudgedColumn> judge(
            DriftRule rule,
            SortedMap<Column, FeatureDistribution> reference,
            SortedMap<Column, FeatureDistribution> current) {
        return Judging.of(
                rule,
                reference.entrySet().stream()
                        .map(column -> ColumnDrift.of(
                                column.getKey(),
                                column.getValue(),
                                Objects.requireNonNull(current.get(column.getKey()))))
                        .toList());
    }

    /**
     * The same as it may be told.
     *
     * @param months one for each month of the current window
     */
    DriftReport shown(PatientBins reference, PatientBins current, List<PatientBins> months) {
        return new DriftReport(
                windows,
                rule,
                basis,
                findings.stream()
                        .map(finding -> finding.shown(reference, current, months))
                        .toList());
    }

    /** The findings that hold, and then the other columns, by how far they moved. */
    public List<DriftFinding> ranked() {
        return findings.stream().sorted(DriftFinding.BY_WORRY).toList();
    }

    public long sustained() {
        return findings.stream().filter(DriftFinding::sustained).count();
    }
}
