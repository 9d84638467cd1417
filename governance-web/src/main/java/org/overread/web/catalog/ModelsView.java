package org.overread.web.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.ButtonLink;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;

@Route("models")
@PageTitle("Models")
@Needs({Permission.READ_PERFORMANCE, Permission.REGISTER_MODELS})
@InNavigation(name = "Models", icon = VaadinIcon.CUBES, order = 30)
@Dependent
class ModelsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final String TYPED = "q";

    private final transient Catalog catalog;
    private final transient Stages stages;
    private final transient People people;
    private final transient InstantSource clock;
    private final transient CurrentActor current;
    private final TextField filter = new TextField("Find");
    private final Div list = new Div();
    private transient List<ModelLine> lines = List.of();

    @Inject
    ModelsView(Catalog catalog, Stages stages, People people, InstantSource clock, CurrentActor current) {
        this.catalog = catalog;
        this.stages = stages;
        this.people = people;
        this.clock = clock;
        this.current = current;
        filter.setPlaceholder("Name, department, owner");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(event -> find(event.getValue(), event.isFromClient()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var actor = current.actor();
        var sites = catalog.sites(actor);
        var now = clock.instant();
        var models = catalog.models(actor);
        var names = people.names(models.stream()
                .flatMap(model -> Stream.of(model.clinicalOwner(), model.modelOwner()))
                .toList());
        lines = models.stream()
                .map(model -> ModelLine.of(
                        model,
                        catalog.versions(actor, model.id()),
                        sites,
                        stages.history(actor, model.id()),
                        now,
                        names))
                .toList();
        boolean registers = actor.maySomewhere(Permission.REGISTER_MODELS);
        var top = row();
        if (!lines.isEmpty()) {
            top.add(filter);
        }
        if (registers) {
            top.add(ButtonLink.primary("new-model", "Register a model"));
        }
        add(top);
        if (lines.isEmpty()) {
            add(empty(
                    "No model is registered yet that you may see.",
                    registers
                            ? "Register the first one; then its versions, its figures and its promotions appear here."
                            : "A model owner registers models; then they appear here."));
            return;
        }
        add(list);
        var typed = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TYPED)
                .orElse("");
        filter.setValue(typed);
        find(typed, false);
    }

    private void find(String typed, boolean byHand) {
        if (byHand) {
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            typed.isBlank()
                                    ? "models"
                                    : "models?"
                                            + QueryParameters.of(TYPED, typed).getQueryString());
        }
        list.removeAll();
        var found = lines.stream().filter(line -> line.matches(typed)).toList();
        list.add(
                found.isEmpty()
                        ? empty("No model matches “" + typed + "”.", "Type less, or something else.")
                        : table(found));
    }

    private static Component table(List<ModelLine> lines) {
        var table = DataTable.of("Registered models", "Model", "State", "Live", "Kind", "Risk tier", "Owners")
                .stacking();
        lines.forEach(line -> table.line(
                new Anchor("models/" + line.model().id(), line.model().name()),
                line.state(),
                new Span(line.live()),
                new Span(line.model().kind().title()),
                new Span(line.model().riskTier().title()),
                new Span(line.owners())));
        return table;
    }
}
