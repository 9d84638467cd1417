package org.overread.web.promotion;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.GateMetric;
import org.overread.web.shell.Fields;

/** The list of criteria as the chair writes it, with rows that come and go by keyboard. */
final class CriteriaEditor extends Div implements HasValidation {
    private static final long serialVersionUID = 1L;

    private final List<CriterionRow> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Paragraph error = new Paragraph();
    final Button more = new Button("Add a criterion", VaadinIcon.PLUS.create());
    private final List<String> attributes;
    private final transient Runnable changed;

    CriteriaEditor(List<String> attributes, Runnable changed) {
        this.attributes = List.copyOf(attributes);
        this.changed = changed;
        error.addClassName("refusal");
        error.setVisible(false);
        more.addClickListener(event -> {
            addRow(GateMetric.SENSITIVITY).metric.focus();
            changed.run();
        });
        add(list, error, more);
    }

    /** Another row at the end. */
    CriterionRow addRow(GateMetric metric) {
        var row = new CriterionRow(metric, attributes, changed);
        row.remove.addClickListener(event -> remove(row));
        rows.add(row);
        list.add(row);
        number();
        return row;
    }

    private void remove(CriterionRow row) {
        int at = rows.indexOf(row);
        rows.remove(row);
        list.remove(row);
        number();
        if (rows.isEmpty()) {
            more.focus();
        } else {
            rows.get(Math.min(at, rows.size() - 1)).remove.focus();
        }
        changed.run();
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).getElement().setAttribute("role", "group").setAttribute("aria-label", "Criterion " + (i + 1));
            rows.get(i).remove.setAriaLabel("Remove criterion " + (i + 1));
        }
    }

    List<CriterionRow> rows() {
        return List.copyOf(rows);
    }

    List<Criterion> criteria() {
        return rows.stream().map(CriterionRow::criterion).toList();
    }

    /** Gives each row the name under which its problems are told. */
    void nameIn(Fields fields) {
        fields.named("criteria", this);
        for (int i = 0; i < rows.size(); i++) {
            fields.named("criteria[" + i + "]", rows.get(i));
        }
    }

    @Override
    public void setErrorMessage(@Nullable String message) {
        error.setText(message == null ? "" : message);
    }

    @Override
    public String getErrorMessage() {
        return error.getText();
    }

    @Override
    public void setInvalid(boolean invalid) {
        error.setVisible(invalid);
    }

    @Override
    public boolean isInvalid() {
        return error.isVisible();
    }
}
