package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.Reply;
import org.overread.web.shell.Fields;
import org.overread.web.shell.FreeText;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

/** Something severe that a clinician said, what was answered, and a field to answer it for those who may. */
final class FindingPart extends ListItem {
    private static final long serialVersionUID = 1L;

    private final Fields fields = new Fields();

    /** @param answering sends an answer; what is refused is told beside the field */
    FindingPart(Finding finding, boolean mayAnswer, Consumer<String> answering) {
        addClassName("given");
        var given = finding.feedback();
        var what = new Span(given.kind().title()
                + (given.reason() == null ? "" : ": " + given.reason().display()));
        what.addClassName("what");
        add(Page.row(
                what, finding.open() ? new Tag("Not answered", Tag.Tone.OPEN) : new Tag("Answered", Tag.Tone.GOOD)));
        var where =
                Page.quiet(finding.card().site() == null ? "" : finding.card().site() + ", ");
        where.add(Times.of(given.at()));
        add(where);
        if (given.comment() != null) {
            add(new Paragraph("“" + given.comment() + "”"));
        }
        finding.replies().forEach(reply -> add(answer(reply)));
        if (mayAnswer) {
            add(form(finding, answering));
        }
    }

    private static Paragraph answer(Reply reply) {
        var answer = new Paragraph(reply.sentence() + " ");
        answer.addClassName("reply");
        var by = new Span("– " + reply.byName() + ", " + Times.text(reply.at()));
        by.addClassName("quiet");
        answer.add(by);
        return answer;
    }

    private Component form(Finding finding, Consumer<String> answering) {
        var text = new FreeText(finding.open() ? "Answer to the clinician" : "Add to the answer");
        fields.named("sentence", text.field());
        var send = new Button("Send the answer", event -> fields.accepted(() -> answering.accept(text.text())));
        text.onScan(() -> send.setEnabled(!text.blocked()));
        text.add(fields, send);
        return text;
    }
}
