package org.overread.web.plan;

import static java.util.Objects.requireNonNullElse;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.Collection;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.Limit;
import org.overread.web.shell.Fields;

/** One limit of a figure. */
final class LimitRow extends PlanRow {
    private static final long serialVersionUID = 1L;

    final Select<Metric> metric = new Select<>();
    final ComboBox<String> eachOf = new ComboBox<>("In every group of");
    final Select<Limit.Side> side = new Select<>();
    final NumberField warning = new NumberField("Warn at");
    final NumberField alert = new NumberField("Alert at");

    LimitRow(Limit start, Collection<String> subgroups, Runnable changed) {
        metric.setLabel("Figure");
        metric.setItems(Metric.values());
        metric.setItemLabelGenerator(Metric::label);
        metric.setValue(start.metric());
        metric.setWidth("14rem");
        eachOf.setPlaceholder("all together");
        eachOf.setClearButtonVisible(true);
        eachOf.setItems(subgroups);
        eachOf.setValue(start.eachOf());
        side.setLabel("Must not lie");
        side.setItems(Limit.Side.values());
        side.setItemLabelGenerator(each -> each == Limit.Side.FLOOR ? "below" : "above");
        side.setValue(start.side());
        side.setWidth("8rem");
        warning.setWidth("7rem");
        alert.setWidth("7rem");
        if (Double.isFinite(start.alert())) {
            alert.setValue(start.alert());
        }
        warning.setValue(start.warning());
        metric.addValueChangeListener(_ -> changed.run());
        eachOf.addValueChangeListener(_ -> changed.run());
        side.addValueChangeListener(_ -> changed.run());
        warning.addValueChangeListener(_ -> changed.run());
        alert.addValueChangeListener(_ -> changed.run());
        add(metric, eachOf, side, warning, alert, remove);
    }

    /** The limit as it stands; where an alert begins is no number while none is typed. */
    Limit limit() {
        return new Limit(
                metric.getValue(),
                eachOf.getValue(),
                side.getValue(),
                warning.getValue(),
                requireNonNullElse(alert.getValue(), Double.NaN));
    }

    /** Offers these attributes; one that was chosen stays chosen, so that it can be told when it does not fit. */
    void offer(Collection<String> subgroups) {
        var chosen = eachOf.getValue();
        eachOf.setItems(subgroups);
        eachOf.setValue(chosen);
    }

    @Override
    void nameIn(Fields fields, String name) {
        fields.named(name + ".metric", metric);
        fields.named(name + ".eachOf", eachOf);
        fields.named(name + ".side", side);
        fields.named(name + ".warning", warning);
        fields.named(name + ".alert", alert);
    }
}
