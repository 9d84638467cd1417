package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftWindows;
import org.overread.monitoring.drift.Shape;
import org.overread.monitoring.drift.Tested;
import org.overread.monitoring.metric.Estimate;
import org.overread.web.chart.Chart;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;

/** One column: whether it moved, what that means, and, once opened, both distributions with every statistic. */
final class MovedColumn extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DriftFinding finding;
    private final transient DriftWindows windows;
    private final String file;

    MovedColumn(DriftFinding finding, DriftWindows windows, String file) {
        this.finding = finding;
        this.windows = windows;
        this.file = file;
        addClassName("moved-column");
        var details = new Details(new Span(finding.column().name()));
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(distributions(), statistics(), months());
            }
        });
        var state = new Tag(DriftWords.state(finding), finding.sustained() ? Tag.Tone.BAD : Tag.Tone.PLAIN);
        add(new Div(details, state), new Paragraph(finding.meaning()));
    }

    private Component distributions() {
        return OverlaidBins.of(finding.overall().drift())
                .<Component>map(drawing -> new Chart(
                        drawing,
                        "How the values of %s lay in the reference window and lie now."
                                .formatted(finding.column().name()),
                        "%s-%s.csv".formatted(file, finding.column().name())))
                .orElseGet(() -> Page.quiet("There are too few values to draw."));
    }

    private DataTable statistics() {
        var drift = finding.overall().drift();
        var table = DataTable.of(
                drift.hides()
                        ? "The whole time beside the reference window, what stands for few patients put together as one"
                        : "The whole time beside the reference window",
                "Statistic",
                "#Value",
                "What it means");
        line(
                table,
                "PSI",
                drift.psi(),
                "Shift over the reference's tenths or the categories; 0 is none, 0.25 is large.");
        line(table, "PSI with missing", drift.psiWithMissing(), "The same with the missing values as one bin more.");
        line(
                table,
                "Jensen–Shannon",
                drift.jensenShannon(),
                "Distance of the distributions; 0 is the same, 1 is nothing in common.");
        switch (drift.shape()) {
            case Shape.Numeric numeric -> {
                line(
                        table,
                        "Kolmogorov–Smirnov",
                        numeric.kolmogorovSmirnov(),
                        "Largest difference of the shares below a value.");
                line(
                        table,
                        "Wasserstein",
                        numeric.wasserstein(),
                        "How far values lie apart on average, in the feature's unit.");
                line(
                        table,
                        "Wasserstein, normalised",
                        numeric.normalisedWasserstein(),
                        "The same in standard deviations of the reference.");
            }
            case Shape.Categorical categorical -> {
                line(
                        table,
                        "Chi-square",
                        categorical.chiSquare(),
                        "Whether the shares of the categories differ at all.");
                line(table, "L-infinity", categorical.lInfinity(), "Largest change in the share of one category.");
                line(
                        table,
                        "Total variation",
                        categorical.totalVariation(),
                        "Share of cases that would have to change their category.");
            }
        }
        return table.stacking();
    }

    private DataTable months() {
        var table = DataTable.of("Month by month", "From", "Moved", "#Missing", "#Effect", "#p, corrected")
                .stacking();
        finding.marks().reversed().forEach(mark -> {
            var judged = mark.judged();
            table.line(
                    mark.from().toString().substring(0, 10),
                    judged.moved() ? "Moved" : judged.values().undecided() == null ? "No" : "Too few to say",
                    judged.drift().missingFew()
                            ? "hidden"
                            : DriftWords.share(judged.drift().missingNow()),
                    Numbers.ratio(judged.values().effect()),
                    small(judged.values().adjusted()));
        });
        return table;
    }

    private static void line(DataTable table, String name, Estimate estimate, String meaning) {
        table.line(name, Numbers.ratio(estimate.value()), because(meaning, estimate.reason()));
    }

    private static void line(DataTable table, String name, Tested test, String meaning) {
        table.line(
                name,
                test.pValue() == null
                        ? Numbers.ratio(null)
                        : "%s, p %s".formatted(Numbers.ratio(test.statistic()), small(test.pValue())),
                because(meaning, test.reason()));
    }

    private static String because(String meaning, @Nullable String reason) {
        return reason == null ? meaning : "Not known: " + reason;
    }

    private static String small(@Nullable Double value) {
        return value == null
                ? Numbers.ratio(null)
                : value < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", value);
    }
}
