package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.gate.BesideLimit;
import org.overread.registry.gate.CriterionVerdict;
import org.overread.registry.gate.IntervalMethods;
import org.overread.registry.gate.Reading;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Page;

/** One criterion by the frozen figures and by those of now, and in words where it has crossed its limit. */
final class ThenAndNow extends Div {
    private static final long serialVersionUID = 1L;

    ThenAndNow(BesideLimit criterion, ModelVersionId version) {
        addClassName("then-and-now");
        var pinned = criterion.pinned();
        setId(pinned.criterion().key());
        add(
                new H3(pinned.criterion().label()),
                verdicts(pinned, criterion.live()),
                crossings(criterion),
                figures(criterion));
        var live = new Anchor(Sources.live(version, pinned.criterion()), "The figures of now");
        live.addClassName("quiet");
        add(Page.named(
                live, "The figures of now: " + pinned.criterion().metric().title()));
    }

    private static Component verdicts(CriterionVerdict pinned, @Nullable CriterionVerdict live) {
        var row = Page.row(new Span("When frozen:"), VerdictTag.of(pinned), new Span("Now:"));
        row.add(live == null ? new Span("cannot be said") : VerdictTag.of(live));
        return row;
    }

    private static Component crossings(BesideLimit criterion) {
        var sentences = criterion.crossings();
        if (sentences.isEmpty()) {
            return Page.quiet(
                    criterion.live() == null
                            ? "The figures of now cannot be laid beside it."
                            : "It comes out the same by the figures of now.");
        }
        if (sentences.size() == 1) {
            return new Paragraph(sentences.getFirst());
        }
        var list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    private static Component figures(BesideLimit criterion) {
        if (criterion.figures().isEmpty()) {
            return Page.quiet("There was no such figure, and there is none now.");
        }
        var eachOf = criterion.pinned().criterion().eachOf();
        var table = DataTable.of(
                        criterion.pinned().criterion().metric().title() + ", when frozen and now",
                        eachOf == null ? "Of" : "Group of " + eachOf,
                        "When frozen",
                        "Now",
                        "By the limit")
                .stacking();
        for (var pair : criterion.figures()) {
            table.line(
                    new Span(pair.group() == null ? "All cases" : pair.group()),
                    said(pair.pinned()),
                    said(pair.live()),
                    new Span(pair.crossing().orElse("No difference.")));
        }
        return table;
    }

    private static Component said(@Nullable Reading reading) {
        if (reading == null) {
            return new Span("no figure");
        }
        var method = reading.figure().method();
        var words = new Div(new Span(reading.about()));
        if (method != null) {
            words.add(Page.quiet(IntervalMethods.title(method) + ", 95 %"));
        }
        return words;
    }
}
