package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.IntervalBar;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** How well a version does on all that was sent of it, in figures and in words. */
@ApplicationScoped
class PerformanceTab implements VersionTab {
    private static final List<Metric> RANKING = List.of(Metric.AUROC, Metric.AUPRC, Metric.PREVALENCE);
    private static final List<Metric> AT_THRESHOLD = List.of(
            Metric.SENSITIVITY,
            Metric.SPECIFICITY,
            Metric.PPV,
            Metric.NPV,
            Metric.FLAG_RATE,
            Metric.F1,
            Metric.NET_BENEFIT);
    private static final List<Metric> CALIBRATION = List.of(
            Metric.OBSERVED_EXPECTED,
            Metric.BRIER,
            Metric.SCALED_BRIER,
            Metric.ECE_EQUAL_WIDTH,
            Metric.ECE_EQUAL_MASS,
            Metric.CALIBRATION_INTERCEPT,
            Metric.CALIBRATION_SLOPE,
            Metric.CALIBRATION_IN_THE_LARGE);

    @Inject
    Performance performance;

    @Inject
    OverTime overTime;

    @Inject
    LateOutcomes lateOutcomes;

    @Inject
    PromisedAndCame promisedAndCame;

    @Inject
    HadNobodyActed hadNobodyActed;

    @Inject
    OutcomesOverTime outcomesOverTime;

    @Inject
    RowsForSeismometer rows;

    @Inject
    Offering offering;

    @Override
    public String key() {
        return "performance";
    }

    @Override
    public String title() {
        return "Performance";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.mayWithin(Permission.READ_PERFORMANCE);
    }

    @Override
    public Component show(VersionPage page) {
        var offer = offering.to(page);
        var figures = new Div();
        var choices = new FigureChoices(page, Asked.of(page, offer), offer, false, asked -> {
            var shown = performance.of(
                    page.actor(), page.id(), asked.withoutGroups().question(Times.zone()));
            figures.removeAll();
            figures.add(figures(page, shown, asked));
        });
        return new Div(choices, figures);
    }

    private Component figures(VersionPage page, Evaluation shown, Asked asked) {
        if (Long.valueOf(0).equals(shown.rows())) {
            return Nothing.sent(page);
        }
        var name = asked.file(page.id(), "performance");
        return new Div(
                Page.quiet(Words.truth(shown)),
                overTime.of(page, asked),
                lateOutcomes.of(page, asked),
                Page.section("How well it tells apart", table("Over all thresholds", shown, RANKING)),
                Page.section(
                        "At the threshold " + Numbers.ratio(shown.threshold()),
                        table("Flagged at or over " + Numbers.ratio(shown.threshold()), shown, AT_THRESHOLD)),
                Page.section(
                        "Whether its scores can be believed",
                        promisedAndCame.of(page, asked),
                        table("Calibration", shown, CALIBRATION)),
                hadNobodyActed.of(page, asked),
                outcomesOverTime.of(page, asked),
                FiguresCsv.of(shown, List.of(Metric.values())).download("Download these figures (CSV)", name),
                rows.of(page, asked));
    }

    private static DataTable table(String caption, Evaluation shown, List<Metric> metrics) {
        var table = DataTable.of(caption, "Figure", "0 to 1", "#Value (95 % interval)", "#n", "In words");
        metrics.forEach(metric -> {
            var estimate = shown.overall().get(metric);
            table.line(
                    new Span(metric.label()),
                    bar(metric, estimate),
                    new Span(Words.interval(estimate)),
                    new Span(Numbers.count(estimate.n())),
                    new Span(Words.of(metric, estimate)));
        });
        return table.stacking();
    }

    /** Drawn only where 0 and 1 are the ends of what is possible. */
    private static Component bar(Metric metric, Estimate estimate) {
        var value = estimate.value();
        if (value == null || !metric.unit().equals("proportion") || value < 0 || value > 1) {
            return new Span();
        }
        var bar = new IntervalBar(value, Scale.lower(estimate), Scale.upper(estimate), null);
        bar.getElement().removeAttribute("role").removeAttribute("aria-label").setAttribute("aria-hidden", "true");
        return bar;
    }
}
