package org.overread.monitoring.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Disparity;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.monitoring.subgroup.Tier;

/** An evaluation for a person at a terminal. */
final class EvaluationTable {
    private static final List<Metric> COLUMNS =
            List.of(Metric.AUROC, Metric.SENSITIVITY, Metric.SPECIFICITY, Metric.PPV, Metric.OBSERVED_EXPECTED);

    private final PrintStream out;

    EvaluationTable(PrintStream out) {
        this.out = out;
    }

    void print(Evaluation evaluation, Arguments.Given given) {
        out.println(given.file().getFileName() + ": " + count(evaluation.rows()) + " predictions, "
                + count(evaluation.labelled()) + " with known outcome, " + count(evaluation.positives())
                + " events; flagged from a score of " + evaluation.threshold()
                + (given.defaultThreshold() ? ", the default" : ""));
        if (!given.suppression()) {
            out.println("SMALL CELLS ARE SHOWN: for your own eyes only.");
        }
        overall(evaluation.overall());
        subgroups(evaluation.subgroups());
        disparities(evaluation.disparities());
        legend(evaluation);
    }

    private void overall(GroupFigures overall) {
        out.println();
        out.println("Overall" + (overall.tier() == Tier.FULL ? "" : " (" + word(overall.tier()) + ")"));
        var table = new TextTable(0, 4).row("", "", "95 % interval", "n", "");
        for (var metric : Metric.values()) {
            var estimate = overall.get(metric);
            var said = estimate.reason() == null ? estimate.method() : estimate.reason();
            table.row(
                    "  " + metric.label(),
                    number(estimate.value()),
                    interval(estimate),
                    count(estimate.n()),
                    said == null ? "" : said);
        }
        table.lines().forEach(out::println);
    }

    private void subgroups(List<GroupFigures> groups) {
        var byAttribute = new LinkedHashMap<String, TextTable>();
        for (var group : groups) {
            byAttribute
                    .computeIfAbsent(
                            group.attribute(),
                            attribute -> new TextTable(0)
                                    .row(attribute, "n", "events", "AUROC", "Sensitivity", "Specificity", "PPV", "O/E"))
                    .row(cells(group));
        }
        byAttribute.values().forEach(table -> {
            out.println();
            table.lines().forEach(out::println);
        });
    }

    private static List<String> cells(GroupFigures group) {
        var cells = new ArrayList<String>();
        cells.add("  " + group.value() + (group.tier() == Tier.LOW_PRECISION ? " ~" : ""));
        cells.add(count(group.n()));
        cells.add(count(group.events()));
        if (group.tier().estimated()) {
            COLUMNS.forEach(metric -> cells.add(cell(group.get(metric))));
        } else {
            cells.add(word(group.tier()));
        }
        return cells;
    }

    private void disparities(List<Disparity> disparities) {
        var flagged = disparities.stream().filter(Disparity::flagged).toList();
        if (disparities.isEmpty()) {
            return;
        }
        out.println();
        if (flagged.isEmpty()) {
            out.println("No group differs from its reference group at 5 % after Benjamini and Hochberg.");
            return;
        }
        var table = new TextTable(0, 1, 2).row("Differs (5 %, Benjamini and Hochberg)", "from", "in", "difference");
        flagged.forEach(disparity -> table.row(
                "  " + disparity.attribute() + " " + disparity.value(),
                disparity.reference(),
                disparity.metric().label(),
                cell(disparity.difference())));
        table.lines().forEach(out::println);
    }

    private void legend(Evaluation evaluation) {
        out.println();
        out.println("Intervals are two-sided, 95 %. ~ low precision: 20 to 99 events or non-events.");
        if (evaluation.subgroups().stream().anyMatch(group -> group.tier() == Tier.SUPPRESSED)) {
            out.println("– " + SmallCells.REASON + ".");
        }
    }

    private static String word(Tier tier) {
        return switch (tier) {
            case FULL -> "";
            case LOW_PRECISION -> "low precision";
            case INSUFFICIENT -> "too few for an estimate";
            case SUPPRESSED -> "hidden";
        };
    }

    private static String cell(Estimate estimate) {
        return estimate.defined() ? (number(estimate.value()) + " " + interval(estimate)).strip() : "–";
    }

    private static String interval(Estimate estimate) {
        return estimate.low() == null ? "" : "(" + number(estimate.low()) + " to " + number(estimate.high()) + ")";
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String count(@Nullable Long count) {
        return count == null ? "–" : String.format(Locale.ROOT, "%,d", count);
    }
}
