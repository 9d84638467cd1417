package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftWindows;
import org.overread.monitoring.plan.PlannedDrift;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.FileName;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** What a version sees, says and predicts, ranked by how far it has moved since the reference window. */
@ApplicationScoped
class DriftTab implements VersionTab {
    @Inject
    PlannedDrift drift;

    @Inject
    Offering offering;

    @Override
    public String key() {
        return "drift";
    }

    @Override
    public String title() {
        return "Drift";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.mayWithin(Permission.READ_PERFORMANCE);
    }

    @Override
    public Component show(VersionPage page) {
        var figures = new Div();
        var asked = DriftAsked.of(page, offering.to(page));
        var choices = new DriftChoices(page, asked, offering.to(page), chosen -> {
            var report = drift.of(page.actor(), page.id(), chosen.question());
            figures.removeAll();
            figures.add(figures(page, report, chosen.site()));
        });
        return new Div(choices, figures);
    }

    private static Component figures(VersionPage page, DriftReport report, @Nullable String site) {
        var windows = report.windows();
        if (windows == null || report.findings().isEmpty()) {
            return Nothing.sent(page);
        }
        var name = FileName.of(
                page.id(),
                "drift",
                site,
                date(windows.current().from()),
                date(windows.current().to().minus(Duration.ofNanos(1))));
        var columns = Stream.concat(
                        Stream.of(
                                Page.quiet(windows(windows)),
                                Page.quiet("The values were " + report.basis().sentence() + "."),
                                Page.quiet(DriftWords.rule(report.rule())),
                                DriftCsv.of(report).download("Download these figures (CSV)", name + ".csv")),
                        report.ranked().stream().map(finding -> new MovedColumn(finding, windows, name)))
                .toArray(Component[]::new);
        return Page.section(DriftWords.truth(report), columns);
    }

    private static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static String windows(DriftWindows windows) {
        return "Compared with the reference window from %s to %s: the time from %s to %s, month by month."
                .formatted(
                        day(windows.reference().from()),
                        day(windows.reference().to().minus(Duration.ofNanos(1))),
                        day(windows.current().from()),
                        day(windows.current().to().minus(Duration.ofNanos(1))));
    }

    /** Windows are of UTC days, wherever the reader sits. */
    private static String day(Instant time) {
        return Times.day(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }
}
