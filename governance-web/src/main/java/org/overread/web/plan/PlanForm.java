package org.overread.web.plan;

import static java.util.Objects.requireNonNullElse;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.Answerer;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.web.shell.Choices;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Page;
import org.overread.web.shell.Rows;

/** A plan as a form. What it has no field for, the rule of drift, stays as it was. */
final class PlanForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PlanDraft start;
    private final transient Runnable changed;
    final ComboBox<Answerer> owner = new ComboBox<>("Who answers alerts");
    final ComboBox<Answerer> deputy = new ComboBox<>("Deputy, when the answer is overdue");
    final RadioButtonGroup<BreachAction> onBreach = new RadioButtonGroup<>("When an alert is raised");
    final PlanTimes times;
    final Several subgroups;
    final MultiSelectComboBox<AttributePair> pairs = new MultiSelectComboBox<>("Pairs of subgroups");
    final Rows<LimitRow> limits;
    final Rows<FeatureRow> features;
    private boolean featuresShown;

    PlanForm(PlanDraft start, List<Answerer> answerers, Runnable changed) {
        this.start = start;
        this.changed = changed;
        addClassName("form");
        times = new PlanTimes(start, changed);
        subgroups = new Several("Subgroups", listed(start.subgroups()));
        limits = new Rows<>(
                "limit", () -> row(new Limit(Metric.AUROC, null, Limit.Side.FLOOR, null, Double.NaN)), changed);
        features = new Rows<>(
                "feature",
                () -> row(new WatchedFeature("", FeatureKind.NUMERIC, null, null, null, List.of(), null)),
                changed);
        people(answerers);
        groups();
        listed(start.limits()).forEach(limit -> limits.add(row(limit)));
        add(new H3("Who answers"), Page.row(owner, deputy), onBreach);
        add(new H3("When"), times);
        add(new H3("Groups"), Page.row(subgroups, pairs));
        add(new H3("Limits"), Page.quiet("A limit is broken when the whole 95 % interval lies beyond it."), limits);
        add(watched());
    }

    /** The plan as it stands; anything may be missing or wrong. */
    PlanDraft draft() {
        return new PlanDraft(
                featuresShown
                        ? features.rows().stream().map(FeatureRow::feature).toList()
                        : listed(start.features()),
                subgroups.words(),
                pairs().stream().filter(pairs.getValue()::contains).toList(),
                times.reference(),
                times.windows(),
                limits.rows().stream().map(LimitRow::limit).toList(),
                start.drift(),
                times.review(),
                login(owner),
                login(deputy),
                onBreach.getValue(),
                times.labelDelay.getValue(),
                times.silentAfter.getValue());
    }

    void nameIn(Fields fields) {
        fields.named("owner", owner);
        fields.named("deputy", deputy);
        fields.named("onBreach", onBreach);
        fields.named("subgroups", subgroups);
        fields.named("pairs", pairs);
        times.nameIn(fields);
        nameIn(fields, "limits", limits.rows());
        nameIn(fields, "features", features.rows());
    }

    private static void nameIn(Fields fields, String name, List<? extends PlanRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).nameIn(fields, "%s[%d]".formatted(name, i));
        }
    }

    private void people(List<Answerer> answerers) {
        choose(owner, answerers, start.owner());
        choose(deputy, answerers, start.deputy());
        onBreach.setItems(BreachAction.values());
        onBreach.setItemLabelGenerator(action -> action == BreachAction.SUSPEND
                ? "Tell them, and stop the version where it is live"
                : "Tell owner and deputy");
        onBreach.setValue(start.onBreach());
        onBreach.addValueChangeListener(_ -> changed.run());
    }

    /** Who is in the plan and may no longer answer is shown all the same, so that it can be told. */
    private void choose(ComboBox<Answerer> field, List<Answerer> answerers, @Nullable String login) {
        var items = new ArrayList<>(answerers);
        var chosen = login == null
                ? null
                : answerers.stream()
                        .filter(each -> each.login().equals(login))
                        .findFirst()
                        .orElseGet(() -> new Answerer(login, login));
        if (chosen != null && !items.contains(chosen)) {
            items.add(chosen);
        }
        Choices.offer(field, items, Answerer::words);
        field.setValue(chosen);
        field.setMinWidth("20rem");
        field.addValueChangeListener(_ -> changed.run());
    }

    private void groups() {
        subgroups.setWidth("24rem");
        pairs.setWidth("24rem");
        subgroups.setHelperText("Attributes that are sent with predictions, such as sex");
        pairs.setItemLabelGenerator(pair -> pair.first() + " × " + pair.second());
        pairs.setItems(pairs());
        pairs.setValue(listed(start.pairs()));
        pairs.addValueChangeListener(_ -> changed.run());
        subgroups.addValueChangeListener(_ -> {
            var chosen = pairs.getValue();
            var possible = pairs();
            pairs.setItems(possible);
            pairs.setValue(possible.stream().filter(chosen::contains).toList());
            limits.rows().forEach(row -> row.offer(subgroups.words()));
            changed.run();
        });
    }

    /** Every pair the subgroups can make; one that the plan joins the other way round stays so. */
    private List<AttributePair> pairs() {
        var words = subgroups.words();
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(i -> words.subList(i + 1, words.size()).stream()
                        .map(other -> asGiven(new AttributePair(words.get(i), other))))
                .toList();
    }

    private AttributePair asGiven(AttributePair pair) {
        var turned = new AttributePair(pair.second(), pair.first());
        return listed(start.pairs()).contains(turned) ? turned : pair;
    }

    /** Opened only when somebody wants to: a version may have hundreds. */
    private Details watched() {
        var details = new Details(
                "Watched features (%d)".formatted(listed(start.features()).size()), features);
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && !featuresShown) {
                listed(start.features()).forEach(feature -> features.add(row(feature)));
                featuresShown = true;
            }
        });
        return details;
    }

    private LimitRow row(Limit limit) {
        return new LimitRow(limit, subgroups.words(), changed);
    }

    private FeatureRow row(WatchedFeature feature) {
        return new FeatureRow(feature, changed);
    }

    private static @Nullable String login(ComboBox<Answerer> field) {
        return field.getValue() == null ? null : field.getValue().login();
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return requireNonNullElse(list, List.of());
    }
}
