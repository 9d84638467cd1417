package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.overread.registry.catalog.Site;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Page;

/** Which windows a reader compares. Every choice goes into the address and is answered at once. */
final class DriftChoices extends Div {
    private static final long serialVersionUID = 1L;

    private final transient VersionPage page;
    private final transient Consumer<DriftAsked> answer;
    private final Fields fields = new Fields();
    private final DatePicker referenceFrom = new DatePicker("Reference from");
    private final DatePicker referenceTo = new DatePicker("Reference to");
    private final DatePicker from = new DatePicker("Compare from");
    private final DatePicker to = new DatePicker("Compare to");
    private final Select<String> site = new Select<>();

    DriftChoices(VersionPage page, DriftAsked asked, FigureChoices.Offer offer, Consumer<DriftAsked> answer) {
        this.page = page;
        this.answer = answer;
        addClassName("choices");
        referenceFrom.setValue(asked.referenceFrom());
        referenceTo.setValue(asked.referenceTo());
        from.setValue(asked.from());
        to.setValue(asked.to());
        var shown = new ArrayList<Component>(List.of(
                day("referenceFrom", referenceFrom),
                day("referenceTo", referenceTo),
                day("from", from),
                day("to", to)));
        if (!offer.sites().isEmpty()) {
            shown.add(site(asked, offer));
        }
        add(Page.row(shown.toArray(Component[]::new)), fields);
        fields.accepted(() -> answer.accept(asked));
    }

    private DatePicker day(String name, DatePicker picker) {
        picker.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        picker.setClearButtonVisible(true);
        picker.addValueChangeListener(event -> ask());
        return fields.named(name, picker);
    }

    private Select<String> site(DriftAsked asked, FigureChoices.Offer offer) {
        site.setLabel("Site");
        site.setItems(offer.sites().stream().map(Site::id).toList());
        site.setItemLabelGenerator(offer::name);
        site.setEmptySelectionAllowed(offer.allSites());
        site.setEmptySelectionCaption("All sites");
        site.setValue(asked.site());
        site.addValueChangeListener(event -> ask());
        return fields.named("site", site);
    }

    private void ask() {
        var asked = new DriftAsked(
                referenceFrom.getValue(), referenceTo.getValue(), from.getValue(), to.getValue(), site.getValue());
        if (fields.accepted(() -> answer.accept(asked))) {
            page.note(asked.query());
        }
    }
}
