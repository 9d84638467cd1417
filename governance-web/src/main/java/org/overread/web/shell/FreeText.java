package org.overread.web.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.overread.registry.phi.PhiFinding;
import org.overread.registry.phi.PhiScan;

/**
 * A field for free text that marks what looks like a patient's identifier while it is typed. The field cannot be marked
 * inside, so the text is repeated below it with its marks and what is to be done about each.
 */
public final class FreeText extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 4_000;
    private static final int PAUSE_MILLIS = 300;

    private final TextArea field = new TextArea();
    private final Div marked = new Div();
    private final UnorderedList words = new UnorderedList();
    private final Button mask = new Button("Replace them");
    private final transient List<Runnable> listeners = new ArrayList<>();
    private transient List<PhiFinding> findings = List.of();

    public FreeText(String label) {
        addClassName("free-text");
        field.setLabel(label);
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        field.setMinRows(2);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(event -> scan());
        marked.addClassName("marked-text");
        marked.getElement().setAttribute("aria-hidden", "true");
        words.addClassName("marks");
        words.getElement().setAttribute("aria-live", "polite");
        mask.addThemeVariants(ButtonVariant.SMALL);
        mask.setTooltipText("Puts the kind of identifier in the place of each, such as [MRN]");
        mask.addClickListener(event -> field.setValue(PhiScan.masked(field.getValue())));
        add(field, marked, words, mask);
        scan();
    }

    public TextArea field() {
        return field;
    }

    public String text() {
        return field.getValue();
    }

    /** Whether something is in the text that must go before it can be saved. */
    public boolean blocked() {
        return findings.stream().anyMatch(PhiFinding::blocks);
    }

    /** What was marked, as text, so that a confirmation can be tied to it. */
    public List<String> marks() {
        return findings.stream().map(this::matched).toList();
    }

    /** Is told whenever the marks were looked for anew. */
    public void onScan(Runnable listener) {
        listeners.add(listener);
    }

    private void scan() {
        var text = field.getValue();
        findings = PhiScan.findings(text);
        marked.removeAll();
        words.removeAll();
        int from = 0;
        for (var finding : findings) {
            marked.add(new Span(text.substring(from, finding.start())));
            marked.getElement().appendChild(mark(finding));
            words.add(new ListItem(sentence(finding)));
            from = finding.end();
        }
        marked.add(new Span(text.substring(from)));
        marked.setVisible(!findings.isEmpty());
        words.setVisible(!findings.isEmpty());
        mask.setVisible(!findings.isEmpty());
        listeners.forEach(Runnable::run);
    }

    private Element mark(PhiFinding finding) {
        var mark = new Element("mark").setText(matched(finding));
        mark.getClassList().add(finding.blocks() ? "block" : "warn");
        return mark;
    }

    private String matched(PhiFinding finding) {
        return field.getValue().substring(finding.start(), finding.end());
    }

    private String sentence(PhiFinding finding) {
        var what = "“" + matched(finding) + "” looks like " + finding.kind().title();
        return switch (finding.action()) {
            case BLOCK -> what + " – must be removed";
            case WARN -> what + " – please check";
        };
    }
}
