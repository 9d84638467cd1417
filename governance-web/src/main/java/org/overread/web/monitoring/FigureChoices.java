package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.TrendPeriod;
import org.overread.registry.catalog.Site;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Page;
import org.overread.web.shell.Slider;

/**
 * What a reader may choose about a version's figures. Every choice goes into the address and is answered at once, and
 * the focus stays where it is.
 */
final class FigureChoices extends Div {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 400;
    private static final double STEP = 0.001;

    private final transient VersionPage page;
    private final transient Consumer<Asked> answer;
    private final Fields fields = new Fields();
    private final List<Component> shown = new ArrayList<>();
    private final Select<Metric> metric = new Select<>();
    private final Select<TrendPeriod> period = new Select<>();
    private final MultiSelectComboBox<String> by = new MultiSelectComboBox<>("Split by");
    private final Checkbox pairs = new Checkbox("Pairs");
    private final NumberField threshold = new NumberField("Threshold");
    private final Slider slider = new Slider("Threshold", STEP);
    private final DatePicker from = new DatePicker("From");
    private final DatePicker to = new DatePicker("To");
    private final Select<String> site = new Select<>();

    /** What can be chosen from. */
    record Offer(List<String> attributes, List<Site> sites, boolean allSites) {
        /** The site that is looked at when nobody chose one; null for all of them, where they are on offer. */
        @Nullable String site() {
            return allSites || sites.isEmpty() ? null : sites.getFirst().id();
        }

        String name(@Nullable String id) {
            return sites.stream()
                    .filter(one -> one.id().equals(id))
                    .map(Site::name)
                    .findFirst()
                    .orElse("All sites");
        }
    }

    /**
     * @param answer works out the figures; what it refuses is told beside the field it is about
     */
    FigureChoices(VersionPage page, Asked asked, Offer offer, boolean groups, Consumer<Asked> answer) {
        this.page = page;
        this.answer = answer;
        addClassName("choices");
        if (groups) {
            offerFigure("Figure", asked);
            offerGroups(asked, offer);
        } else {
            offerFigure("Over time", asked);
            offerTrend(asked);
        }
        offerThreshold(asked);
        offerPeriod(asked);
        if (!offer.sites().isEmpty()) {
            offerSites(asked, offer);
        }
        add(Page.row(shown.toArray(Component[]::new)), fields);
        fields.accepted(() -> answer.accept(asked));
    }

    private void offerFigure(String label, Asked asked) {
        metric.setLabel(label);
        metric.setItems(Metric.values());
        metric.setItemLabelGenerator(Metric::label);
        metric.setValue(asked.metric());
        metric.addValueChangeListener(event -> ask());
        shown.add(metric);
    }

    private void offerTrend(Asked asked) {
        period.setLabel("By");
        period.setItems(TrendPeriod.values());
        period.setItemLabelGenerator(each -> Words.heading(each.name().toLowerCase(Locale.ROOT)));
        period.setValue(asked.period());
        period.addValueChangeListener(event -> ask());
        shown.add(fields.named("period", period));
    }

    private void offerGroups(Asked asked, Offer offer) {
        by.setItems(offer.attributes());
        by.setItemLabelGenerator(Words::heading);
        by.setValue(asked.by());
        by.addValueChangeListener(event -> ask());
        pairs.setValue(asked.pairs());
        pairs.addValueChangeListener(event -> ask());
        shown.addAll(List.of(fields.named("by", by), pairs));
    }

    private void offerThreshold(Asked asked) {
        var declared = page.version().declared().threshold();
        threshold.setMin(0);
        threshold.setMax(1);
        threshold.setStep(STEP);
        threshold.setStepButtonsVisible(true);
        threshold.setValue(asked.threshold() == null ? declared : asked.threshold());
        threshold.setHelperText(declared == null ? "The version declares none" : "Declared: " + declared);
        threshold.setValueChangeMode(ValueChangeMode.LAZY);
        threshold.setValueChangeTimeout(PAUSE_MILLIS);
        move();
        threshold.addValueChangeListener(event -> {
            move();
            ask();
        });
        slider.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                threshold.setValue(event.getValue());
            }
        });
        shown.add(new Div(fields.named("threshold", threshold), slider));
    }

    private void move() {
        @Nullable Double value = threshold.getValue();
        slider.setValue(value == null ? 0.0 : value);
    }

    private void offerPeriod(Asked asked) {
        for (var day : List.of(from, to)) {
            day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
            day.setClearButtonVisible(true);
        }
        from.setValue(asked.from());
        to.setValue(asked.to());
        from.addValueChangeListener(event -> ask());
        to.addValueChangeListener(event -> ask());
        shown.add(fields.named("from", from));
        shown.add(fields.named("to", to));
    }

    private void offerSites(Asked asked, Offer offer) {
        site.setLabel("Site");
        site.setItems(offer.sites().stream().map(Site::id).toList());
        site.setItemLabelGenerator(offer::name);
        site.setEmptySelectionAllowed(offer.allSites());
        site.setEmptySelectionCaption("All sites");
        site.setValue(asked.site());
        site.addValueChangeListener(event -> ask());
        shown.add(fields.named("site", site));
    }

    private void ask() {
        var declared = page.version().declared().threshold();
        @Nullable Double flaggedFrom = threshold.getValue();
        var asked = new Asked(
                List.copyOf(by.getValue()),
                pairs.getValue(),
                metric.getValue() == null ? Metric.SENSITIVITY : metric.getValue(),
                period.getValue() == null ? TrendPeriod.MONTH : period.getValue(),
                flaggedFrom == null || flaggedFrom.equals(declared) ? null : flaggedFrom,
                from.getValue(),
                to.getValue(),
                site.getValue());
        if (fields.accepted(() -> answer.accept(asked))) {
            page.note(asked.query());
        }
    }
}
