package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.estimate.ActedOn;
import org.overread.monitoring.estimate.Adherence;
import org.overread.monitoring.estimate.EstimateQuestion;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** The naive figures beside those without what clinicians did about the output. */
@ApplicationScoped
class HadNobodyActed {
    @Inject
    Adherence adherence;

    Component of(VersionPage page, Asked asked) {
        if (!page.actor().may(Permission.READ_FEEDBACK, page.place().at(asked.site()))) {
            return new Div();
        }
        var question = asked.question(Times.zone());
        var compared = adherence.of(
                page.actor(),
                page.id(),
                new EstimateQuestion(question.from(), question.to(), asked.threshold(), asked.site(), null, null));
        var parts = new Div(
                new Paragraph(
                        "Who acts on a right alert may avert the event, and the alert then looks false: the better a model"
                                + " is used, the worse it looks."),
                new Paragraph(compared.sentence()));
        if (!compared.lines().isEmpty()) {
            parts.add(table(compared), Page.quiet(basis(compared)));
        }
        return Page.section("Had nobody acted on it", parts);
    }

    private static Component table(ActedOn compared) {
        var table = DataTable.of(
                "As the outcomes came, and had nobody acted",
                "Figure",
                "#As it came (95 % interval)",
                "#Had nobody acted (95 % interval)",
                "In words, had nobody acted");
        compared.lines()
                .forEach(line -> table.line(
                        new Span(line.metric().label()),
                        new Span(Words.interval(line.naive())),
                        new Span(Words.interval(line.adjusted())),
                        new Span(Words.of(line.metric(), line.adjusted()))));
        return table.stacking();
    }

    private static String basis(ActedOn compared) {
        var effective = compared.effective();
        return "From the cases that were not acted on, weighted by score%s; %s."
                .formatted(
                        effective == null || effective == 0
                                ? ""
                                : ", as good as %s unweighted ones".formatted(Numbers.count(Math.round(effective))),
                        ActedOn.ASSUMES);
    }
}
