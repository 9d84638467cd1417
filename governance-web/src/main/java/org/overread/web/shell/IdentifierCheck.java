package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Written;
import org.overread.registry.phi.PhiFinding;
import org.overread.registry.phi.PhiScan;

/**
 * What looks like a patient's identifier in the texts of a form, told below it while they are typed, and the tick by
 * which the writer says that it is none. The tick holds for what was marked when it was set, and for nothing new.
 */
public final class IdentifierCheck extends Div {
    private static final long serialVersionUID = 1L;

    private final UnorderedList words = new UnorderedList();
    private final Checkbox confirmed = new Checkbox("I have checked: no patient can be identified");
    private final transient Map<String, List<String>> markedThere = new LinkedHashMap<>();
    private final transient Map<String, List<String>> marks = new LinkedHashMap<>();
    private transient List<String> told = List.of();

    public IdentifierCheck() {
        addClassName("identifier-check");
        words.addClassName("marks");
        words.getElement().setAttribute("aria-live", "polite");
        add(words, confirmed);
        show();
    }

    /** Looks at the text of this field from now on. */
    public <T extends Component & HasValue<?, String> & HasLabel> IdentifierCheck over(T field) {
        if (field instanceof HasValueChangeMode typed) {
            typed.setValueChangeMode(ValueChangeMode.LAZY);
        }
        field.addValueChangeListener(event -> look(field.getLabel(), field.getValue()));
        look(field.getLabel(), field.getValue());
        return this;
    }

    /** Looks at the text of this field, which says itself what is marked in it. */
    public IdentifierCheck over(FreeText text) {
        text.onScan(() -> {
            markedThere.put(text.field().getLabel(), text.marks());
            show();
        });
        return this;
    }

    /** What was written, with the tick as it stands. */
    public <T extends @Nullable Object> Written<T> of(T what) {
        return new Written<>(what, confirmed.getValue());
    }

    public Checkbox tick() {
        return confirmed;
    }

    private void look(String label, String text) {
        marks.put(
                label,
                PhiScan.findings(text).stream()
                        .map(finding -> sentence(label, text, finding))
                        .toList());
        show();
    }

    private void show() {
        var here = marks.values().stream().flatMap(List::stream).toList();
        var now = new ArrayList<>(here);
        markedThere.values().forEach(now::addAll);
        if (!told.containsAll(now)) {
            confirmed.setValue(false);
        }
        told = List.copyOf(now);
        words.removeAll();
        here.forEach(sentence -> words.add(new ListItem(sentence)));
        setVisible(!now.isEmpty());
    }

    private static String sentence(String label, String text, PhiFinding finding) {
        return "%s: “%s” looks like %s – %s"
                .formatted(
                        label,
                        text.substring(finding.start(), finding.end()),
                        finding.kind().title(),
                        finding.blocks() ? "must be removed" : "please check");
    }
}
