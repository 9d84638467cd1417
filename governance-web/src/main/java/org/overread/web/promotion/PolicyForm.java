package org.overread.web.promotion;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.overread.registry.Role;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.review.RequiredReview;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Page;

/** A policy as the chair writes it: which stages it opens, what the evidence must show, who must have reviewed. */
final class PolicyForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final List<Stage> ENTERED =
            List.of(Stage.LOCAL_VALIDATION, Stage.SILENT, Stage.PILOT, Stage.GENERAL);
    private static final List<Stage> LEFT =
            List.of(Stage.REGISTERED, Stage.LOCAL_VALIDATION, Stage.SILENT, Stage.PILOT);
    private static final List<Role> REVIEWERS =
            List.of(Role.CLINICAL_REVIEWER, Role.TECHNICAL_REVIEWER, Role.SAFETY_OFFICER);

    final TextField name = new TextField("Name");
    final Select<RegisteredModel> model = new Select<>();
    final CheckboxGroup<Stage> opens = new CheckboxGroup<>("Opens the stages");
    final CheckboxGroup<Stage> from = new CheckboxGroup<>("May be entered from");
    final CriteriaEditor criteria;
    final Map<Role, IntegerField> reviewers = new EnumMap<>(Role.class);
    final StopFields stops;
    final WindowFields window;
    private final transient Runnable changed;

    /**
     * @param attributes whose groups a criterion can be about
     * @param changed is told whenever something was written
     */
    PolicyForm(List<RegisteredModel> models, List<String> attributes, Runnable changed) {
        this.changed = changed;
        criteria = new CriteriaEditor(attributes, changed);
        stops = new StopFields(changed);
        window = new WindowFields(changed);
        addClassName("policy-form");
        name.setHelperText("A policy of the same name and model takes the place of the one before");
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(event -> changed.run());
        model.setLabel("For");
        model.setItems(models);
        model.setEmptySelectionAllowed(true);
        model.setEmptySelectionCaption("Every model");
        model.setItemLabelGenerator(chosen -> chosen == null ? "Every model" : chosen.name());
        model.addValueChangeListener(event -> changed.run());
        stages(opens, ENTERED);
        stages(from, LEFT);
        from.setHelperText("None: only from the stage right before");
        var top = new Div(name, model, opens, from);
        top.addClassName("side");
        add(
                top,
                new H3("What the evidence must show"),
                Page.quiet("A stage in which clinicians see the output needs criteria of both kinds: the version's "
                        + "statistics and what clinicians say. An estimated figure counts by the unfavourable end of "
                        + "its 95 % interval."),
                criteria,
                new H3("Which time the evidence covers"),
                window,
                new H3("How many must have reviewed"),
                reviews(),
                new H3("What stops a release all the same"),
                stops);
    }

    private Div reviews() {
        var numbers = new Div();
        numbers.addClassName("side");
        for (var role : REVIEWERS) {
            var field = new IntegerField(role.title());
            field.setMin(0);
            field.setValue(0);
            field.setStepButtonsVisible(true);
            field.addValueChangeListener(event -> changed.run());
            reviewers.put(role, field);
            numbers.add(field);
        }
        return numbers;
    }

    private void stages(CheckboxGroup<Stage> group, List<Stage> stages) {
        group.setItems(stages);
        group.setItemLabelGenerator(Stage::title);
        group.addValueChangeListener(event -> changed.run());
    }

    /** A first draft of a policy for a pilot, to be changed. */
    void start() {
        criteria.addRow(GateMetric.OUTCOMES);
        criteria.addRow(GateMetric.SENSITIVITY);
        criteria.addRow(GateMetric.UNANSWERED_SEVERE).limit.setValue(0.0);
        reviewer(Role.CLINICAL_REVIEWER).setValue(1);
        reviewer(Role.TECHNICAL_REVIEWER).setValue(1);
    }

    /** Starts from a published policy. */
    void start(Policy before) {
        start(new PolicyDraft(
                before.name(),
                before.opens(),
                before.from(),
                before.model(),
                before.criteria(),
                before.reviews(),
                before.stops(),
                before.window()));
    }

    /** Starts from what had been written. */
    void start(PolicyDraft before) {
        criteria.clear();
        REVIEWERS.forEach(role -> reviewer(role).setValue(0));
        name.setValue(before.name());
        model.getListDataView()
                .getItems()
                .filter(each -> each.id().equals(before.model()))
                .findFirst()
                .ifPresent(model::setValue);
        opens.setValue(Set.copyOf(before.opens()));
        from.setValue(Set.copyOf(before.from()));
        before.criteria()
                .forEach(criterion -> criteria.addRow(criterion.metric()).show(criterion));
        before.reviews().forEach(review -> reviewer(review.role()).setValue(review.quorum()));
        stops.show(before.stops());
        window.show(before.window());
    }

    PolicyDraft draft() {
        var chosen = model.getValue();
        return new PolicyDraft(
                name.getValue(),
                opens.getValue(),
                from.getValue(),
                chosen == null ? null : chosen.id(),
                criteria.criteria(),
                required(),
                stops.rule(),
                window.window());
    }

    private List<RequiredReview> required() {
        return REVIEWERS.stream()
                .map(role -> new RequiredReview(role, number(role)))
                .filter(review -> review.quorum() != 0)
                .toList();
    }

    /** The names under which problems are told; they follow the rows as they stand. */
    Fields named(Fields fields) {
        fields.named("name", name);
        fields.named("model", model);
        fields.named("opens", opens);
        fields.named("from", from);
        criteria.nameIn(fields);
        stops.nameIn(fields);
        window.nameIn(fields);
        var asked = REVIEWERS.stream().filter(role -> number(role) != 0).toList();
        fields.named("reviews", reviewer(REVIEWERS.getFirst()));
        for (int i = 0; i < asked.size(); i++) {
            fields.named("reviews[" + i + "]", reviewer(asked.get(i)));
        }
        return fields;
    }

    private int number(Role role) {
        return Objects.requireNonNullElse(reviewer(role).getValue(), 0);
    }

    IntegerField reviewer(Role role) {
        return Objects.requireNonNull(reviewers.get(role));
    }
}
