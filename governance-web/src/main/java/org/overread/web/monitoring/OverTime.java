package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import org.overread.monitoring.performance.TrendPoint;
import org.overread.monitoring.performance.TrendQuestion;
import org.overread.monitoring.performance.Trends;
import org.overread.monitoring.subgroup.Tier;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.Stages;
import org.overread.web.catalog.VersionPage;
import org.overread.web.chart.Chart;
import org.overread.web.shell.Page;

/** One figure of a version over time, with its interval and with what was decided meanwhile. */
@ApplicationScoped
class OverTime {
    @Inject
    Trends trends;

    @Inject
    Stages stages;

    @Inject
    Catalog catalog;

    Component of(VersionPage page, Asked asked) {
        var trend = trends.of(page.actor(), page.id(), question(asked));
        var heading = "%s over time".formatted(asked.metric().label());
        if (trend.points().isEmpty()) {
            return Page.section(heading, Nothing.sent(page));
        }
        var drawing = new org.overread.web.chart.Trend(
                asked.metric().label(),
                "95 % interval",
                false,
                trend.points().stream().map(OverTime::point).toList(),
                List.of(),
                marks(page));
        var file = asked.file(page.id(), asked.metric().key().replace('_', '-') + "-over-time");
        return Page.section(
                heading,
                new Chart(drawing, TrendWords.sentence(trend), file),
                Page.quiet("Periods are of UTC days; " + trend.basis().sentence() + "."));
    }

    private static TrendQuestion question(Asked asked) {
        return new TrendQuestion(
                asked.metric(),
                asked.period(),
                asked.from(),
                asked.to() == null ? null : asked.to().plusDays(1),
                null,
                null,
                asked.threshold(),
                asked.site());
    }

    private static org.overread.web.chart.Trend.Point point(TrendPoint point) {
        var estimate = point.estimate();
        var enough = point.tier() == Tier.FULL || point.tier() == Tier.LOW_PRECISION;
        return new org.overread.web.chart.Trend.Point(
                point.from().toString(),
                enough ? estimate.value() : null,
                enough ? estimate.low() : null,
                enough ? estimate.high() : null,
                point.estimate().n(),
                TrendWords.remark(point),
                false);
    }

    /** What became of this version where the reader may look. */
    private List<org.overread.web.chart.Trend.Mark> marks(VersionPage page) {
        var sites = catalog.sites(page.actor());
        return stages.history(page.actor(), page.model().id()).entries().stream()
                .filter(entry -> entry.version().equals(page.id()))
                .flatMap(entry -> sites.stream()
                        .filter(site -> site.id().equals(entry.site()))
                        .map(site -> mark(entry, site)))
                .toList();
    }

    private static org.overread.web.chart.Trend.Mark mark(StageEntry entry, Site site) {
        return new org.overread.web.chart.Trend.Mark(
                entry.at().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                "%s at %s".formatted(entry.stage().title(), site.id()));
    }
}
