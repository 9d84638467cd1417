package org.overread.web.promotion;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.GateMetric.Kind;
import org.overread.web.shell.Rows;

/** One criterion as the chair writes it: metric, whom it speaks of, direction and limit. */
final class CriterionRow extends Div implements HasValidation, Focusable<CriterionRow>, Rows.Removable {
    private static final long serialVersionUID = 1L;

    final Select<GateMetric> metric = new Select<>();
    final ComboBox<String> eachOf = new ComboBox<>("In every group of");
    final Select<Direction> direction = new Select<>();
    final NumberField limit = new NumberField("Limit");
    final Button remove = new Button("Remove", VaadinIcon.TRASH.create());
    private final Paragraph error = new Paragraph();

    CriterionRow(GateMetric first, Collection<String> attributes, Runnable changed) {
        addClassName("criterion-row");
        metric.setLabel("Metric");
        metric.setItems(GateMetric.values());
        metric.setItemLabelGenerator(CriterionRow::title);
        metric.setValue(first);
        eachOf.setItems(new LinkedHashSet<>(attributes));
        eachOf.setPlaceholder("all cases together");
        eachOf.setClearButtonVisible(true);
        eachOf.setAllowCustomValue(true);
        eachOf.addCustomValueSetListener(
                event -> eachOf.setValue(event.getDetail().strip()));
        direction.setLabel("Direction");
        direction.setItems(Direction.values());
        direction.setItemLabelGenerator(CriterionRow::words);
        direction.setValue(usual(first));
        limit.setWidth("7rem");
        direction.setWidth("8rem");
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        error.addClassName("refusal");
        error.setVisible(false);
        var fields = new Div(metric, eachOf, direction, limit, remove);
        fields.addClassName("row");
        add(fields, error);
        metric.addValueChangeListener(event -> {
            direction.setValue(usual(event.getValue()));
            explainLimit();
            changed.run();
        });
        eachOf.addValueChangeListener(event -> changed.run());
        direction.addValueChangeListener(event -> changed.run());
        limit.addValueChangeListener(event -> changed.run());
        explainLimit();
    }

    @Override
    public Button remove() {
        return remove;
    }

    /** The criterion as it stands; its limit is not a number while none is typed. */
    Criterion criterion() {
        var group = eachOf.getValue();
        var typed = limit.getValue();
        return new Criterion(
                key(group),
                metric.getValue(),
                group == null || group.isBlank() ? null : group,
                direction.getValue(),
                typed == null ? Double.NaN : typed);
    }

    /** Starts from a criterion that was published. */
    void show(Criterion criterion) {
        metric.setValue(criterion.metric());
        if (criterion.eachOf() != null) {
            eachOf.setValue(criterion.eachOf());
        }
        direction.setValue(criterion.direction());
        limit.setValue(Double.isNaN(criterion.limit()) ? null : criterion.limit());
    }

    /** Named after what it says, so that nobody has to think up a name and the same demand twice is noticed. */
    private String key(@Nullable String group) {
        var words = "%s %s %s".formatted(metric.getValue(), group == null ? "" : "each " + group, direction.getValue());
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private void explainLimit() {
        limit.setPlaceholder(
                switch (metric.getValue().unit()) {
                    case COUNT -> "0, 1, 2 …";
                    case FRACTION -> "0 to 1";
                    case RATIO -> "1 = as expected";
                });
    }

    private static String title(GateMetric metric) {
        return metric.kind() == Kind.FEEDBACK ? metric.title() + " (clinicians)" : metric.title();
    }

    private static String words(Direction direction) {
        return switch (direction) {
            case AT_LEAST -> "at least";
            case AT_MOST -> "at most";
        };
    }

    /** The direction in which the metric is good. */
    private static Direction usual(GateMetric metric) {
        return switch (metric) {
            case FLAG_RATE, BRIER, OBSERVED_EXPECTED, OVERRIDE_RATE, CLINICALLY_WRONG_RATE, UNANSWERED_SEVERE ->
                Direction.AT_MOST;
            case PREDICTIONS,
                    OUTCOMES,
                    EVENTS,
                    OUTCOME_COMPLETENESS,
                    AUROC,
                    AUPRC,
                    SENSITIVITY,
                    SPECIFICITY,
                    PPV,
                    NPV,
                    REVIEWED_OUTPUTS,
                    ACCEPTANCE_RATE -> Direction.AT_LEAST;
        };
    }

    @Override
    public void focus() {
        metric.focus();
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
        limit.setInvalid(invalid);
        limit.getElement().setAttribute("aria-description", invalid ? error.getText() : "");
    }

    @Override
    public boolean isInvalid() {
        return error.isVisible();
    }
}
