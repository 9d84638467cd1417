package org.overread.web.promotion;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import org.overread.registry.gate.EvidenceWindow;
import org.overread.registry.gate.EvidenceWindow.Span;
import org.overread.web.shell.Fields;

/** Which time the evidence covers, as the chair writes it. */
final class WindowFields extends Div {
    private static final long serialVersionUID = 1L;

    final Select<Span> span = new Select<>();
    final IntegerField days = new IntegerField("Days");

    /** @param changed is told whenever something was written */
    WindowFields(Runnable changed) {
        span.setLabel("Figures cover");
        span.setItems(Span.values());
        span.setItemLabelGenerator(Span::title);
        span.setHelperText("Severe findings that nobody has cleared count whatever their date");
        days.setHelperText("And the day on which it is taken");
        days.setMin(1);
        days.setStepButtonsVisible(true);
        show(EvidenceWindow.EVERYTHING);
        span.addValueChangeListener(event -> {
            days.setVisible(event.getValue() == Span.LAST_DAYS);
            changed.run();
        });
        days.addValueChangeListener(event -> changed.run());
        add(span, days);
        addClassName("form");
    }

    /** Starts from the window of a published policy. */
    void show(EvidenceWindow window) {
        span.setValue(window.span());
        days.setVisible(window.span() == Span.LAST_DAYS);
        if (window.days() != null) {
            days.setValue(window.days());
        }
    }

    EvidenceWindow window() {
        return new EvidenceWindow(span.getValue(), span.getValue() == Span.LAST_DAYS ? days.getValue() : null);
    }

    void nameIn(Fields fields) {
        fields.named("window.days", days);
    }
}
