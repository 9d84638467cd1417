package org.overread.web.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.TreeMap;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.SubjectRef;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Times;

/** Entries of the trail, newest first, one sentence each; what lies behind a sentence opens below it. */
final class AuditList extends Grid<AuditEntry> {
    private static final long serialVersionUID = 1L;
    private static final int ROWS_AT_ONCE = 30;

    /** @param count how many there are */
    AuditList(FetchCallback<AuditEntry, Void> entries, int count) {
        addClassName("audit-list");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        addColumn(new ComponentRenderer<>(AuditList::line)).setHeader("Newest first; open an entry for all it holds");
        setItemDetailsRenderer(new ComponentRenderer<>(AuditList::details));
        setItems(entries, _ -> count);
        setAllRowsVisible(count <= ROWS_AT_ONCE);
    }

    private static Component line(AuditEntry entry) {
        var sentence = new Div(who(entry), new Span(" " + entry.sentence()));
        var about = new Div(Times.of(entry.at()), new Span(entry.model() == null ? "" : " · " + entry.model()));
        about.addClassName("quiet");
        return new Div(sentence, about);
    }

    private static Span who(AuditEntry entry) {
        var who = new Span(entry.actorName());
        who.addClassName("who");
        return who;
    }

    private static Component details(AuditEntry entry) {
        var facts = new Facts()
                .with("Entry", Numbers.count(entry.seq()))
                .with("At", entry.at().toString())
                .with("By", entry.actorName() + ", " + entry.actorId())
                .with("What was done", entry.action())
                .with("To what", subject(new SubjectRef(entry.subjectType(), entry.subjectId())));
        new TreeMap<>(entry.details()).forEach(facts::with);
        return facts.with("Hash", hash(entry.hash())).with("Hash of the entry before", hash(entry.previous()));
    }

    private static Component subject(SubjectRef subject) {
        return SubjectLink.of(subject.toString(), subject);
    }

    private static Component hash(String hex) {
        var text = new Span(hex);
        text.addClassName("digest");
        return text;
    }
}
