package org.overread.web.promotion;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.GateMetric;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Rows;

/** The list of criteria as the chair writes it, with rows that come and go by keyboard. */
final class CriteriaEditor extends Div implements HasValidation {
    private static final long serialVersionUID = 1L;

    private final Rows<CriterionRow> rows;
    private final Paragraph error = new Paragraph();
    final Button more;
    private final List<String> attributes;
    private final transient Runnable changed;

    CriteriaEditor(List<String> attributes, Runnable changed) {
        this.attributes = List.copyOf(attributes);
        this.changed = changed;
        rows = new Rows<>("criterion", this::another, changed);
        more = rows.more;
        error.addClassName("refusal");
        error.setVisible(false);
        add(rows, error);
    }

    private CriterionRow another() {
        var row = new CriterionRow(GateMetric.SENSITIVITY, attributes, changed);
        row.metric.focus();
        return row;
    }

    /** Another row at the end. */
    CriterionRow addRow(GateMetric metric) {
        var row = new CriterionRow(metric, attributes, changed);
        rows.add(row);
        return row;
    }

    void clear() {
        rows.clear();
    }

    List<CriterionRow> rows() {
        return rows.rows();
    }

    List<Criterion> criteria() {
        return rows().stream().map(CriterionRow::criterion).toList();
    }

    /** Gives each row the name under which its problems are told. */
    void nameIn(Fields fields) {
        fields.named("criteria", this);
        for (int i = 0; i < rows().size(); i++) {
            fields.named("criteria[" + i + "]", rows().get(i));
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
