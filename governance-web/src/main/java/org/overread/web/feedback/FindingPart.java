package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingState;
import org.overread.monitoring.feedback.Reply;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

/** Something severe that a clinician said, how far it has come, and what was answered. */
final class FindingPart extends Div {
    private static final long serialVersionUID = 1L;

    /** @param heading what it is, in words or as a link to where it stands by itself */
    FindingPart(Finding finding, Component heading) {
        addClassName("finding");
        var given = finding.feedback();
        heading.addClassName("what");
        add(Page.row(heading, tag(finding.state())));
        var site = finding.place().site();
        var where = Page.quiet(site == null || site.isEmpty() ? "" : site + ", ");
        where.add(Times.of(given.at()));
        add(where);
        if (given.comment() != null) {
            add(new Paragraph("“" + given.comment() + "”"));
        }
        if (given.actionInstead() != null) {
            add(Page.quiet("Done instead: " + given.actionInstead()));
        }
        finding.replies().forEach(reply -> add(answer(reply)));
    }

    /** What it is in words, such as {@code Overridden: Output is clinically incorrect}. */
    static String words(Finding finding) {
        var given = finding.feedback();
        return given.kind().title()
                + (given.reason() == null ? "" : ": " + given.reason().display());
    }

    static Tag tag(FindingState state) {
        return switch (state) {
            case OPEN -> new Tag(state.title(), Tag.Tone.OPEN);
            case REPLIED -> new Tag(state.title(), Tag.Tone.WAITING);
            case CLEARED -> new Tag(state.title(), Tag.Tone.GOOD);
            case CORRECTED -> new Tag(state.title(), Tag.Tone.BAD);
        };
    }

    private static Paragraph answer(Reply reply) {
        var answer = new Paragraph();
        answer.addClassName("reply");
        var came = reply.came();
        if (came != null) {
            var decided = new Span(came + ". ");
            decided.addClassName("what");
            answer.add(decided);
        }
        var by = new Span("– " + reply.byName() + ", " + Times.text(reply.at()));
        by.addClassName("quiet");
        answer.add(new Span(reply.sentence() + " "), by);
        return answer;
    }
}
