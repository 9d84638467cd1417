package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.estimate.EstimateQuestion;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.estimate.Estimates;
import org.overread.monitoring.estimate.LabelFreeFigures;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** What to expect while outcomes are late: nothing at all once they are known. */
@ApplicationScoped
class LateOutcomes {
    @Inject
    Estimates estimates;

    Component of(VersionPage page, Asked asked) {
        var question = asked.question(Times.zone());
        return estimates
                .labelFree(
                        page.actor(),
                        page.id(),
                        new EstimateQuestion(
                                question.from(), question.to(), asked.threshold(), asked.site(), null, null))
                .filter(answer -> anyLate(answer.estimated()))
                .<Component>map(LateOutcomes::section)
                .orElseGet(Div::new);
    }

    private static boolean anyLate(Estimated estimated) {
        var known = estimated.completeness().known();
        return known != null && known.successes() < known.trials();
    }

    private static Component section(Estimates.Answer answer) {
        var estimated = answer.estimated();
        var parts = new Div(new Paragraph(estimated.sentence()));
        var warning = estimated.completeness().warning();
        if (!warning.isEmpty()) {
            parts.add(new Paragraph(warning));
        }
        var table = DataTable.of("Expected without outcomes", "Figure", "#Estimate", "In words");
        LabelFreeFigures.METRICS.forEach(metric -> {
            var estimate = estimated.figures().get(metric);
            table.line(
                    new Span(metric.label()),
                    new Span(Numbers.ratio(estimate.value())),
                    new Span(Words.of(metric, estimate)));
        });
        parts.add(
                table.stacking(),
                Page.quiet(
                        "Learned from the outcomes of %s, for the predictions after that or in the time chosen above; %s."
                                .formatted(answer.reference().words(), LabelFreeFigures.ASSUMES)));
        return Page.section("While outcomes are late", parts);
    }
}
