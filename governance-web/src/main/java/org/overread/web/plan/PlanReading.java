package org.overread.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.registry.PersonId;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** A plan in words and tables. */
@ApplicationScoped
class PlanReading {
    @Inject
    People people;

    @Inject
    PeriodicReviews reviews;

    Component of(PlanRevision revision) {
        var plan = revision.plan();
        var part = new Div(facts(revision));
        part.add(plan.limits().isEmpty() ? Page.quiet("It sets no limits for figures.") : limits(plan));
        part.add(plan.features().isEmpty() ? Page.quiet("It watches no features.") : features(plan));
        return part;
    }

    Component revisions(List<PlanRevision> revisions) {
        var table = DataTable.of("Revisions, the newest first", "Revision", "Declared", "By")
                .stacking();
        revisions.forEach(each ->
                table.line(new Span(String.valueOf(each.number())), Times.of(each.at()), new Span(each.byName())));
        return table;
    }

    private Facts facts(PlanRevision revision) {
        var plan = revision.plan();
        var reference = plan.reference();
        return new Facts()
                .with("Who answers", name(plan.owner()))
                .with("Deputy", name(plan.deputy()))
                .with(
                        "On an alert",
                        plan.onBreach() == BreachAction.SUSPEND
                                ? "Owner and deputy are told, and the version is stopped where it is live"
                                : "Owner and deputy are told")
                .with("An alert needs", plan.windows().words())
                .with(
                        "Compared with",
                        reference == null
                                ? null
                                : "%s to %s".formatted(Times.day(reference.from()), Times.day(reference.to())))
                .with("Subgroups", String.join(", ", plan.subgroups()))
                .with("Outcomes are expected after", plan.labelDelayDays() + " days")
                .with("The feed counts as stopped after", plan.silentAfterHours() + " hours")
                .with(
                        "Next review",
                        "%s, then every %s"
                                .formatted(
                                        Times.day(reviews.due(revision.version(), plan)),
                                        plan.review()
                                                .every()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ')));
    }

    private static Component limits(MonitoringPlan plan) {
        var table = DataTable.of("Limits", "Figure", "Of", "Side", "#Warning", "#Alert")
                .stacking();
        for (Limit limit : plan.limits()) {
            table.line(
                    limit.metric().label(),
                    limit.eachOf() == null ? "all together" : "each group of " + limit.eachOf(),
                    limit.side() == Limit.Side.FLOOR ? "not below" : "not above",
                    number(limit.warning()),
                    number(limit.alert()));
        }
        return table;
    }

    private static Component features(MonitoringPlan plan) {
        var table = DataTable.of("Watched features", "Feature", "Kind", "Allowed", "#Most missing")
                .stacking();
        for (WatchedFeature feature : plan.features()) {
            table.line(
                    feature.name(),
                    feature.kind().name().toLowerCase(Locale.ROOT),
                    allowed(feature),
                    feature.mostMissing() == null
                            ? "–"
                            : String.format(Locale.ROOT, "%.0f %%", 100 * feature.mostMissing()));
        }
        return table;
    }

    private static String allowed(WatchedFeature feature) {
        if (!feature.categories().isEmpty()) {
            return String.join(", ", feature.categories());
        }
        if (feature.low() == null && feature.high() == null) {
            return "anything";
        }
        return "%s to %s %s"
                .formatted(number(feature.low()), number(feature.high()), feature.unit() == null ? "" : feature.unit())
                .strip();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.valueOf(value);
    }

    private String name(PersonId person) {
        return people.named(person).map(NamedPerson::name).orElse("somebody unknown");
    }
}
