package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** How well a version does for whom: one figure of all groups side by side, and all figures in a table. */
@ApplicationScoped
class SubgroupsTab implements VersionTab {
    private static final List<Metric> IN_TABLE = List.of(
            Metric.AUROC,
            Metric.SENSITIVITY,
            Metric.SPECIFICITY,
            Metric.PPV,
            Metric.NPV,
            Metric.FLAG_RATE,
            Metric.PREVALENCE,
            Metric.BRIER,
            Metric.OBSERVED_EXPECTED);

    @Inject
    Performance performance;

    @Inject
    Offering offering;

    @Override
    public String key() {
        return "subgroups";
    }

    @Override
    public String title() {
        return "Subgroups";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.mayWithin(Permission.READ_PERFORMANCE);
    }

    @Override
    public Component show(VersionPage page) {
        var offer = offering.to(page);
        if (offer.attributes().isEmpty()) {
            return Page.empty(
                    "No subgroups yet.",
                    "They appear here once predictions name the patients' groups, such as subgroup.sex in a file.");
        }
        var figures = new Div();
        var choices = new FigureChoices(page, Asked.of(page, offer), offer, true, asked -> {
            var shown = performance.of(page.actor(), page.id(), asked.question(Times.zone()));
            figures.removeAll();
            figures.add(figures(page, shown, asked));
        });
        return new Div(choices, figures);
    }

    private static Component figures(VersionPage page, Evaluation shown, Asked asked) {
        if (Long.valueOf(0).equals(shown.rows())) {
            return Nothing.sent(page);
        }
        var metrics = Stream.concat(Stream.of(asked.metric()), IN_TABLE.stream())
                .distinct()
                .toList();
        var table = new Details("All figures as a table");
        table.addOpenedChangeListener(event -> {
            if (event.isOpened() && table.getContent().findAny().isEmpty()) {
                table.add(table(shown, metrics));
            }
        });
        return new Div(
                Page.quiet(Words.truth(shown)),
                Page.section(asked.metric().label() + " by group", new ForestPlot(shown, asked.metric())),
                table,
                FiguresCsv.of(shown, metrics)
                        .download("Download these figures (CSV)", asked.file(page.id(), "subgroups")));
    }

    private static DataTable table(Evaluation shown, List<Metric> metrics) {
        var columns = Stream.concat(
                        Stream.of("Group", "Split by", "#Predictions", "#Events"),
                        metrics.stream().map(metric -> "#" + metric.label()))
                .toArray(String[]::new);
        var table = DataTable.of("All figures by group, with 95 % intervals", columns);
        Stream.concat(Stream.of(shown.overall()), shown.subgroups().stream())
                .forEach(group -> table.line(Stream.concat(
                                Stream.of(
                                        group.value(),
                                        Words.heading(group.attribute()),
                                        Numbers.count(group.n()),
                                        Numbers.count(group.events())),
                                metrics.stream().map(metric -> Words.figure(group.get(metric))))
                        .toArray(String[]::new)));
        return table;
    }
}
