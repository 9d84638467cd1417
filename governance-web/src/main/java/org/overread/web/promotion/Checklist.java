package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.CriterionVerdict;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.gate.Reading;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.IntervalBar;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;

/** What the gate says, criterion by criterion: verdict, figure, interval, n, limit, and where the figure comes from. */
final class Checklist extends Div {
    private static final long serialVersionUID = 1L;

    /** @param source the address of what the figures of a criterion come from */
    Checklist(GateVerdict verdict, Function<Criterion, String> source) {
        addClassName("checklist");
        var list = new UnorderedList();
        verdict.criteria().forEach(one -> list.add(item(one, source)));
        add(new Paragraph(verdict.summary() + "."), list);
    }

    private static ListItem item(CriterionVerdict verdict, Function<Criterion, String> source) {
        var criterion = verdict.criterion();
        var label = new Span(criterion.label());
        label.addClassName("demand");
        var head = new Div(VerdictTag.of(verdict), label);
        head.addClassName("criterion-head");
        var reason = new Paragraph(sentence(verdict.reason()));
        var item = new ListItem(head, reason);
        if (criterion.eachOf() == null) {
            bar(criterion, verdict.readings()).ifPresent(item::add);
        } else if (!verdict.readings().isEmpty()) {
            item.add(groups(verdict));
        }
        item.add(evidence(criterion, source.apply(criterion)));
        return item;
    }

    private static String sentence(String reason) {
        return reason.isEmpty() ? "" : Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }

    private static java.util.Optional<Component> bar(Criterion criterion, List<Reading> readings) {
        return readings.size() == 1
                ? java.util.Optional.ofNullable(
                        bar(criterion, readings.getFirst().figure()))
                : java.util.Optional.empty();
    }

    private static @Nullable Component bar(Criterion criterion, Figure figure) {
        var value = figure.value();
        var low = figure.low();
        var high = figure.high();
        if (criterion.metric().unit() != GateMetric.Unit.FRACTION || figure.tier() == Figure.Tier.SUPPRESSED) {
            return null;
        }
        return value == null || low == null || high == null
                ? null
                : Page.named(new IntervalBar(value, low, high, criterion.limit()), criterion.numbers(figure));
    }

    private static Component groups(CriterionVerdict verdict) {
        var criterion = verdict.criterion();
        var table = DataTable.of(
                "Groups of " + criterion.eachOf(), "Group", "Verdict", "#Figure (95 % interval)", "#n", "");
        for (var reading : verdict.readings()) {
            var figure = reading.figure();
            var bar = bar(criterion, figure);
            table.line(
                    new Span(String.valueOf(figure.group())),
                    VerdictTag.of(reading),
                    new Span(shown(figure) ? criterion.numbers(figure) : "hidden: too few"),
                    new Span(shown(figure) ? Numbers.count(figure.n()) : "–"),
                    bar == null ? new Span("") : bar);
        }
        var details = new Details("%d groups of %s".formatted(verdict.readings().size(), criterion.eachOf()), table);
        details.setOpened(!(verdict instanceof CriterionVerdict.Met));
        return details;
    }

    private static boolean shown(Figure figure) {
        return figure.tier() != Figure.Tier.SUPPRESSED;
    }

    private static Component evidence(Criterion criterion, String source) {
        var link = new Anchor(source, "Where this comes from");
        link.addClassName("quiet");
        link.getElement()
                .setAttribute(
                        "aria-label",
                        "Where this comes from: " + criterion.metric().title());
        return link;
    }
}
