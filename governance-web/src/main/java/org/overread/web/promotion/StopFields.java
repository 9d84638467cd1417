package org.overread.web.promotion;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.StopRule;
import org.overread.web.shell.Fields;

/** What stops a release although everything was met, as the chair writes it. */
final class StopFields extends Div {
    private static final long serialVersionUID = 1L;

    final CheckboxGroup<Change.Kind> by = new CheckboxGroup<>("A release is stopped by");
    final IntegerField days = new IntegerField("Evidence serves for days");
    final Checkbox anew = new Checkbox("A severe finding must be part of new evidence, also when it is cleared");

    /** @param changed is told whenever something was written */
    StopFields(Runnable changed) {
        by.setItems(Change.Kind.values());
        by.setItemLabelGenerator(kind -> {
            var title = kind.title();
            return Character.toUpperCase(title.charAt(0)) + title.substring(1);
        });
        days.setMin(1);
        days.setStepButtonsVisible(true);
        show(StopRule.USUAL);
        by.addValueChangeListener(event -> changed.run());
        days.addValueChangeListener(event -> changed.run());
        anew.addValueChangeListener(event -> changed.run());
        add(by, days, anew);
        addClassName("form");
    }

    /** Starts from the rule of a published policy; one that sets no end gets the usual one. */
    void show(StopRule rule) {
        by.setValue(rule.by());
        days.setValue(rule.evidenceDays() == null ? StopRule.USUAL.evidenceDays() : rule.evidenceDays());
        anew.setValue(rule.evidenceAnew());
    }

    StopRule rule() {
        return new StopRule(by.getValue(), days.getValue(), anew.getValue());
    }

    void nameIn(Fields fields) {
        fields.named("stops.evidenceDays", days);
    }
}
