package org.overread.web.plan;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.web.shell.Fields;

/** One watched feature; what belongs to the other kind is not shown. */
final class FeatureRow extends PlanRow {
    private static final long serialVersionUID = 1L;

    final TextField name = new TextField("Feature");
    final Select<FeatureKind> kind = new Select<>();
    final TextField unit = new TextField("Unit");
    final NumberField low = new NumberField("Lowest");
    final NumberField high = new NumberField("Highest");
    final Several categories;
    final NumberField mostMissing = new NumberField("Most missing, %");

    FeatureRow(WatchedFeature start, Runnable changed) {
        categories = new Several("Allowed values", start.categories());
        categories.setHelperText("Empty: any");
        name.setValue(start.name());
        kind.setLabel("Kind");
        kind.setItems(FeatureKind.values());
        kind.setItemLabelGenerator(each -> each.name().toLowerCase(Locale.ROOT));
        kind.setValue(start.kind());
        kind.setWidth("9rem");
        unit.setValue(start.unit() == null ? "" : start.unit());
        low.setValue(start.low());
        high.setValue(start.high());
        mostMissing.setValue(percent(start.mostMissing()));
        unit.setWidth("7rem");
        low.setWidth("7rem");
        high.setWidth("7rem");
        mostMissing.setWidth("8rem");
        name.addValueChangeListener(_ -> changed.run());
        kind.addValueChangeListener(_ -> {
            fit();
            changed.run();
        });
        unit.addValueChangeListener(_ -> changed.run());
        low.addValueChangeListener(_ -> changed.run());
        high.addValueChangeListener(_ -> changed.run());
        categories.addValueChangeListener(_ -> changed.run());
        mostMissing.addValueChangeListener(_ -> changed.run());
        add(name, kind, unit, low, high, categories, mostMissing, remove);
        fit();
    }

    WatchedFeature feature() {
        boolean numeric = kind.getValue() == FeatureKind.NUMERIC;
        return new WatchedFeature(
                name.getValue().strip(),
                kind.getValue(),
                numeric && !unit.isEmpty() ? unit.getValue().strip() : null,
                numeric ? low.getValue() : null,
                numeric ? high.getValue() : null,
                numeric ? List.of() : categories.words(),
                share(mostMissing.getValue()));
    }

    @Override
    void nameIn(Fields fields, String prefix) {
        fields.named(prefix + ".name", name);
        fields.named(prefix + ".kind", kind);
        fields.named(prefix + ".unit", unit);
        fields.named(prefix + ".low", low);
        fields.named(prefix + ".high", high);
        fields.named(prefix + ".categories", categories);
        fields.named(prefix + ".mostMissing", mostMissing);
    }

    private void fit() {
        boolean numeric = kind.getValue() == FeatureKind.NUMERIC;
        unit.setVisible(numeric);
        low.setVisible(numeric);
        high.setVisible(numeric);
        categories.setVisible(!numeric);
    }

    private static @Nullable Double share(@Nullable Double percent) {
        return percent == null
                ? null
                : new BigDecimal(percent.toString()).movePointLeft(2).doubleValue();
    }

    /** Without the noise of binary fractions: 0.07 is 7 %, not 7.000000000000001 %. */
    private static @Nullable Double percent(@Nullable Double share) {
        return share == null
                ? null
                : new BigDecimal(share.toString()).movePointRight(2).doubleValue();
    }
}
