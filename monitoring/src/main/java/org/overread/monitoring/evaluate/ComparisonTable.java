package org.overread.monitoring.evaluate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.PairedComparison;
import org.overread.monitoring.comparison.Verdict;
import org.overread.monitoring.metric.Estimate;

/** Two files on the same cases, for a person at a terminal. */
final class ComparisonTable {
    private final PrintStream out;

    ComparisonTable(PrintStream out) {
        this.out = out;
    }

    void print(Path file, Path against, PairedComparison comparison) {
        out.println();
        out.println(
                Verdict.of(file.getFileName().toString(), against.getFileName().toString(), comparison));
        out.println("  The cases are matched by " + comparison.match().words() + ": "
                + count(comparison.cases()) + " in both files, " + count(comparison.labelled())
                + " of them with known outcome; flagged from " + comparison.threshold() + " and "
                + comparison.otherThreshold() + "."
                + (comparison.contradicting() == 0
                        ? ""
                        : " " + comparison.contradicting() + " were left out: the files tell different outcomes."));
        var table = new TextTable(0, 5).row("", "this", "other", "difference", "p", "");
        for (var line : comparison.lines()) {
            var difference = line.difference();
            var said = difference.reason() == null ? difference.method() : difference.reason();
            table.row(
                    "  " + line.metric().label(),
                    number(line.figure()),
                    number(line.other()),
                    difference(difference),
                    p(line.pValue()),
                    said == null ? "" : said);
        }
        table.lines().forEach(out::println);
    }

    private static String difference(Estimate difference) {
        return Verdict.signed(difference.value())
                + (difference.low() == null
                        ? ""
                        : " (" + Verdict.signed(difference.low()) + " to " + Verdict.signed(difference.high()) + ")");
    }

    private static String number(Estimate estimate) {
        return estimate.value() == null ? "–" : String.format(Locale.ROOT, "%.3f", estimate.value());
    }

    private static String p(@Nullable Double value) {
        return value == null ? "" : value < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String count(@Nullable Long count) {
        return count == null ? "–" : String.format(Locale.ROOT, "%,d", count);
    }
}
