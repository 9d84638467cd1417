package org.overread.web.monitoring;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.web.shell.Csv;

/** How far every column moved, as lines of a file, unrounded. */
final class DriftCsv {
    private DriftCsv() {}

    static Csv of(DriftReport report) {
        var csv = new Csv(
                "column",
                "finding",
                "months_in_a_row",
                "psi",
                "psi_with_missing",
                "jensen_shannon",
                "effect",
                "p_value",
                "missing_reference",
                "missing_now",
                "meaning");
        report.ranked().forEach(finding -> line(csv, finding));
        return csv;
    }

    private static void line(Csv csv, DriftFinding finding) {
        var drift = finding.overall().drift();
        csv.line(
                finding.column().name(),
                Boolean.toString(finding.sustained()),
                Integer.toString(finding.run()),
                words(drift.psi().value()),
                words(drift.psiWithMissing().value()),
                words(drift.jensenShannon().value()),
                words(drift.shape().effect().value()),
                words(drift.shape().test().pValue()),
                words(drift.missingThen()),
                words(drift.missingNow()),
                finding.meaning());
    }

    private static String words(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
