package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Disparity;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.IntervalBar;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;

/**
 * One figure of every group as a row: its interval drawn, the same in numbers, the cases it rests on, predictions and events. All rows share one scale
 * and the line of the whole. A group without an estimate is listed with the reason.
 */
final class ForestPlot extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Evaluation shown;
    private final transient Metric metric;
    private final transient Scale scale;

    ForestPlot(Evaluation shown, Metric metric) {
        this.shown = shown;
        this.metric = metric;
        this.scale = Scale.of(Stream.concat(Stream.of(shown.overall()), shown.subgroups().stream())
                .map(group -> group.get(metric))
                .toList());
        addClassName("forest");
        add(legend(), table("All predictions", List.of(shown.overall())));
        shown.subgroups().stream()
                .map(GroupFigures::attribute)
                .distinct()
                .forEach(attribute -> add(table(Words.heading(attribute), of(attribute))));
    }

    private List<GroupFigures> of(String attribute) {
        return shown.subgroups().stream()
                .filter(group -> group.attribute().equals(attribute))
                .toList();
    }

    private Paragraph legend() {
        var whole = shown.overall().get(metric).value();
        return Page.quiet(
                "Bars are 95 %% intervals on a scale from %s to %s.%s A grey bar is of low precision: fewer than 100 events or non-events."
                        .formatted(
                                scale.lowEnd(),
                                scale.highEnd(),
                                whole == null
                                        ? ""
                                        : " The dotted line is all predictions together, " + Numbers.ratio(whole)
                                                + "."));
    }

    private DataTable table(String caption, List<GroupFigures> groups) {
        var table = DataTable.of(
                caption,
                "Group",
                scale.lowEnd() + " to " + scale.highEnd(),
                "#" + metric.label(),
                "#n",
                "#Predictions",
                "#Events");
        groups.forEach(group -> table.line(
                name(group),
                bar(group),
                new Span(Words.interval(group.get(metric))),
                new Span(Numbers.count(group.get(metric).n())),
                new Span(Numbers.count(group.n())),
                new Span(Numbers.count(group.events()))));
        return table.stacking();
    }

    private Component bar(GroupFigures group) {
        var estimate = group.get(metric);
        var value = estimate.value();
        if (value == null) {
            return new Span();
        }
        var bar = new IntervalBar(
                scale.place(value),
                scale.place(Scale.lower(estimate)),
                scale.place(Scale.upper(estimate)),
                place(shown.overall().get(metric)));
        if (group.tier() != Tier.FULL) {
            bar.addClassName("imprecise");
        }
        // the numbers stand beside it
        bar.getElement().removeAttribute("role").removeAttribute("aria-label").setAttribute("aria-hidden", "true");
        return bar;
    }

    private @Nullable Double place(Estimate estimate) {
        return estimate.value() == null ? null : scale.place(estimate.value());
    }

    private Component name(GroupFigures group) {
        var name = new Div(new Span(group.value()));
        var remarks = new ArrayList<Component>();
        switch (group.tier()) {
            case FULL -> {}
            case LOW_PRECISION -> remarks.add(new Tag("Low precision", Tag.Tone.PLAIN));
            case INSUFFICIENT -> remarks.add(new Tag("Too few to estimate", Tag.Tone.PLAIN));
            case SUPPRESSED -> remarks.add(new Tag("Hidden", Tag.Tone.PLAIN));
        }
        differs(group).ifPresent(remarks::add);
        var reason = group.get(metric).reason();
        if (reason != null) {
            remarks.add(Page.quiet(reason));
        }
        name.add(remarks);
        return name;
    }

    private java.util.Optional<Tag> differs(GroupFigures group) {
        return shown.disparities().stream()
                .filter(Disparity::flagged)
                .filter(disparity -> disparity.metric() == metric)
                .filter(disparity -> disparity.attribute().equals(group.attribute())
                        && disparity.value().equals(group.value()))
                .findFirst()
                .map(disparity -> new Tag(
                        "Differs from %s by %s".formatted(disparity.reference(), signed(disparity.difference())),
                        Tag.Tone.BAD));
    }

    private static String signed(Estimate difference) {
        var value = difference.value();
        return value == null ? Numbers.ratio(null) : (value > 0 ? "+" : "") + Numbers.ratio(value);
    }
}
