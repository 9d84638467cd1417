package org.overread.monitoring.evaluate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.estimate.LabelFreeFigures;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.subgroup.Evaluation;

/** An estimate without outcomes for a person at a terminal, beside what the known outcomes say. */
final class EstimatedTable {
    private final PrintStream out;

    EstimatedTable(PrintStream out) {
        this.out = out;
    }

    void print(Path reference, Estimated estimated, Evaluation evaluation) {
        out.println();
        out.println("Expected from the scores alone, as learned from " + reference.getFileName());
        out.println("  " + estimated.sentence());
        if (estimated.completeness().biased()) {
            out.println("  " + estimated.completeness().warning());
        }
        var table = new TextTable(0, 3).row("", "expected", "known outcomes", "");
        for (var metric : LabelFreeFigures.METRICS) {
            var expected = estimated.figures().get(metric);
            table.row(
                    "  " + metric.label(),
                    number(expected),
                    number(evaluation.overall().get(metric)),
                    expected.reason() == null ? "" : expected.reason());
        }
        table.lines().forEach(out::println);
    }

    private static String number(Estimate estimate) {
        return estimate.value() == null ? "–" : String.format(Locale.ROOT, "%.3f", estimate.value());
    }
}
