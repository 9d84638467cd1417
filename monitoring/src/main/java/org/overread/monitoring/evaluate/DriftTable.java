package org.overread.monitoring.evaluate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.Bin;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.drift.Movement;

/** Drift for a person at a terminal: what moved first, in sentences, then every figure. */
final class DriftTable {
    private final PrintStream out;

    DriftTable(PrintStream out) {
        this.out = out;
    }

    void print(Path reference, List<JudgedColumn> columns) {
        var ranked = columns.stream()
                .sorted(Comparator.comparing(JudgedColumn::moved)
                        .thenComparing(JudgedColumn::distance)
                        .reversed()
                        .thenComparing(JudgedColumn::column))
                .toList();
        var moved = ranked.stream().filter(JudgedColumn::moved).toList();
        out.println();
        out.println("Drift from " + reference.getFileName() + ": " + moved.size() + " of " + columns.size()
                + " columns moved");
        moved.forEach(column -> out.println("  " + column.meaning()));
        out.println();
        table(ranked);
        out.println();
        legend(DriftRule.DEFAULT);
        if (columns.stream().anyMatch(column -> column.drift().hides())) {
            out.println("Categories and tenths of few patients were put together as one: " + Bin.FEW + ".");
        }
    }

    private void legend(DriftRule rule) {
        out.println("D: Kolmogorov–Smirnov. V: total variation. p: corrected over all tests (Holm).");
        out.println(String.format(
                Locale.ROOT,
                "* moved: D of at least %s, V of at least %s (outcome %s) or %.0f points more or fewer missing, and p"
                        + " at most %s.",
                rule.kolmogorovSmirnov(),
                rule.totalVariation(),
                rule.prevalence(),
                100 * rule.missing(),
                rule.alpha()));
    }

    private void table(List<JudgedColumn> columns) {
        var table = new TextTable(0, 1, 9)
                .row("Column", "", "D or V", "p", "PSI", "with missing", "JS", "missing", "before", "");
        columns.forEach(column -> table.row(
                "  " + column.column().name() + (column.moved() ? " *" : ""),
                column.drift().numeric() ? "D" : "V",
                number(column.values().effect()),
                p(column.values()),
                number(column.drift().psi().value()),
                number(column.drift().psiWithMissing().value()),
                number(column.drift().jensenShannon().value()),
                percent(column.drift().missingNow()),
                percent(column.drift().missingThen()),
                column.values().undecided() == null ? "" : column.values().undecided()));
        table.lines().forEach(out::println);
    }

    private static String p(Movement movement) {
        var adjusted = movement.adjusted();
        return adjusted == null ? "–" : adjusted < 0.001 ? "<0.001" : number(adjusted);
    }

    private static String percent(@Nullable Double rate) {
        return rate == null ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * rate);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
