package org.overread.monitoring.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.PairedAuroc;
import org.overread.monitoring.metric.PairedDifference;
import org.overread.monitoring.metric.PatientBootstrap;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * Two versions on the same cases, each at its own threshold; what stands for few patients is hidden.
 *
 * @param cases cases that both scored; null when hidden
 * @param labelled those of them whose outcome is known; null when hidden
 * @param events those of them that are events; null when hidden
 * @param contradicting cases left out since the two versions were told different outcomes
 * @param match how the cases were found to be the same
 * @param lines figure by figure
 */
public record PairedComparison(
        @Nullable Long cases,
        @Nullable Long labelled,
        @Nullable Long events,
        long contradicting,
        PairedCases.Match match,
        double threshold,
        double otherThreshold,
        List<Line> lines) {
    private static final String EMPTY = "the two versions have no labelled cases in common";
    private static final int BINS = 10;

    /**
     * One figure of both versions.
     *
     * @param difference the version's figure minus that of the other
     * @param pValue two-sided, of no difference; null when there is none
     */
    public record Line(
            Metric metric,
            Estimate figure,
            Estimate other,
            Estimate difference,
            @Nullable Double pValue) {}

    public PairedComparison {
        lines = List.copyOf(lines);
    }

    /** Compares at the two thresholds; of a case without a patient's name, its row is the patient. */
    public static PairedComparison of(PairedCases cases, double threshold, double otherThreshold) {
        return of(cases, new PairedTable(cases, threshold, otherThreshold, true), threshold, otherThreshold);
    }

    /** Compares for those who may see everything. */
    public static PairedComparison unsuppressed(PairedCases cases, double threshold, double otherThreshold) {
        return of(cases, new PairedTable(cases, threshold, otherThreshold, false), threshold, otherThreshold);
    }

    private static PairedComparison of(PairedCases cases, PairedTable table, double threshold, double otherThreshold) {
        var hidden = table.hidesCounts();
        return new PairedComparison(
                hidden ? null : cases.all(),
                hidden ? null : (long) cases.size(),
                hidden ? null : table.events(),
                cases.contradicting(),
                cases.match(),
                threshold,
                otherThreshold,
                lines(cases, table, threshold, otherThreshold));
    }

    public Line line(Metric metric) {
        return lines.stream()
                .filter(line -> line.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static List<Line> lines(PairedCases cases, PairedTable table, double threshold, double otherThreshold) {
        var mine = figures(cases.scores(), cases, threshold);
        var theirs = figures(cases.others(), cases, otherThreshold);
        var lines = new ArrayList<Line>();
        differences(cases, table).forEach((metric, difference) -> {
            var hidden = metric.atThreshold() ? table.hidesCells() || table.hidesCounts() : table.hidesCounts();
            lines.add(
                    hidden
                            ? hidden(metric)
                            : new Line(
                                    metric,
                                    mine.get(metric),
                                    theirs.get(metric),
                                    difference.difference(),
                                    difference.pValue()));
        });
        lines.sort((one, other) -> one.metric().compareTo(other.metric()));
        return lines;
    }

    private static Line hidden(Metric metric) {
        var reason = Estimate.undefined(SmallCells.REASON);
        return new Line(metric, reason, reason, reason, null);
    }

    private static Figures figures(double[] scores, PairedCases cases, double threshold) {
        return Figures.of(Ladder.of(scores, cases.outcomes(), BINS), threshold, BINS);
    }

    private static Map<Metric, PairedDifference> differences(PairedCases cases, PairedTable table) {
        var auroc = PairedAuroc.of(cases.scores(), cases.others(), cases.outcomes());
        var events = table.flaggedEvents();
        var nonEvents = table.unflaggedNonEvents();
        var flagged = table.flagged();
        return Map.of(
                Metric.AUROC,
                new PairedDifference(auroc.difference(), auroc.pValue()),
                Metric.SENSITIVITY,
                new PairedDifference(events.difference("no events among the same cases"), events.pValue()),
                Metric.SPECIFICITY,
                new PairedDifference(nonEvents.difference("no non-events among the same cases"), nonEvents.pValue()),
                Metric.PPV,
                table.positive().difference("one of the two versions flagged none of the same cases"),
                Metric.NPV,
                table.negative().difference("one of the two versions flagged all of the same cases"),
                Metric.FLAG_RATE,
                new PairedDifference(flagged.difference(EMPTY), flagged.pValue()),
                Metric.BRIER,
                new PairedDifference(brier(cases), null));
    }

    /** The mean of what each case adds to the one Brier score more than to the other. */
    private static Estimate brier(PairedCases cases) {
        var differences = new double[cases.size()];
        for (var row = 0; row < differences.length; row++) {
            var distance = cases.scores()[row] - cases.outcomes()[row];
            var other = cases.others()[row] - cases.outcomes()[row];
            differences[row] = distance * distance - other * other;
        }
        return PatientBootstrap.of(cases.patients()).mean(differences, EMPTY);
    }
}
