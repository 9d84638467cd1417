package org.overread.web.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.PairedComparison;
import org.overread.monitoring.comparison.Verdict;
import org.overread.monitoring.metric.Estimate;
import org.overread.registry.gate.IntervalMethods;
import org.overread.web.shell.Csv;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;

/** The figures of two versions with their differences, on the screen and as a file. */
final class ComparisonTable {
    private ComparisonTable() {}

    static DataTable of(int version, int with, PairedComparison comparison) {
        var table = DataTable.of(
                "Figures of the same cases, with 95 % intervals",
                "Figure", "#v" + version, "#v" + with, "#Difference", "#p", "By");
        comparison
                .lines()
                .forEach(line -> table.line(
                        line.metric().label(),
                        interval(line.figure()),
                        interval(line.other()),
                        difference(line.difference()),
                        p(line.pValue()),
                        method(line.difference().method())));
        return table.stacking();
    }

    static Csv csv(PairedComparison comparison) {
        var csv = new Csv(
                "figure",
                "value",
                "low",
                "high",
                "other_value",
                "other_low",
                "other_high",
                "difference",
                "difference_low",
                "difference_high",
                "p_value",
                "method",
                "reason");
        comparison
                .lines()
                .forEach(line -> csv.line(
                        line.metric().key(),
                        words(line.figure().value()),
                        words(line.figure().low()),
                        words(line.figure().high()),
                        words(line.other().value()),
                        words(line.other().low()),
                        words(line.other().high()),
                        words(line.difference().value()),
                        words(line.difference().low()),
                        words(line.difference().high()),
                        words(line.pValue()),
                        words(line.difference().method()),
                        words(line.difference().reason())));
        return csv;
    }

    private static String interval(Estimate estimate) {
        return Numbers.interval(estimate.value(), estimate.low(), estimate.high());
    }

    private static String difference(Estimate estimate) {
        if (estimate.low() == null) {
            return estimate.value() == null ? words(estimate.reason()) : Verdict.signed(estimate.value());
        }
        return "%s (%s to %s)"
                .formatted(
                        Verdict.signed(estimate.value()),
                        Verdict.signed(estimate.low()),
                        Verdict.signed(estimate.high()));
    }

    private static String p(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return value < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String method(@Nullable String key) {
        return key == null ? "" : IntervalMethods.title(key);
    }

    private static String words(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
