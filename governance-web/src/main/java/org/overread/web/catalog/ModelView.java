package org.overread.web.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.StageHistory;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.ButtonLink;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("models/:model")
@Needs(Permission.READ_MODELS)
@Dependent
class ModelView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Catalog catalog;
    private final transient Stages stages;
    private final transient People people;
    private final transient InstantSource clock;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    ModelView(Catalog catalog, Stages stages, People people, InstantSource clock, CurrentActor current) {
        this.catalog = catalog;
        this.stages = stages;
        this.people = people;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var actor = current.actor();
        var model = catalog.model(actor, Where.model(event));
        var sites = catalog.sites(actor);
        var history = stages.history(actor, model.id());
        title = model.name();
        add(
                section("Versions", versions(actor, model, sites, history)),
                section(
                        "Which version was live?",
                        then(model, sites, history, event.getLocation().getQueryParameters())),
                section("What it is for, and who answers", facts(model)));
    }

    private Component versions(Actor actor, RegisteredModel model, List<Site> sites, StageHistory history) {
        var versions = catalog.versions(actor, model.id());
        boolean registers = actor.may(Permission.REGISTER_MODELS, model.place());
        var all = new Div();
        if (versions.isEmpty()) {
            all.add(empty(
                    "No version is registered yet.",
                    registers
                            ? "Register the first one: what is declared of it is frozen, and data can be sent to it."
                            : "The model owner registers versions; then they appear here."));
        } else {
            all.add(table(versions, sites, history));
        }
        if (registers) {
            all.add(row(ButtonLink.primary("models/" + model.id() + "/new-version", "Register a version")));
        }
        return all;
    }

    private Component table(List<ModelVersion> versions, List<Site> sites, StageHistory history) {
        var table = DataTable.of(
                        "Versions, the newest first", "Version", "Stage at each site", "Change", "Registered", "Digest")
                .stacking();
        versions.reversed()
                .forEach(version -> table.line(
                        new Anchor(
                                VersionPage.address(version.id()),
                                "Version " + version.id().version()),
                        stages(version, sites, history),
                        new Span(version.declared().changeType().title()),
                        Times.of(version.registeredAt()),
                        shortened(version)));
        return table;
    }

    private Component stages(ModelVersion version, List<Site> sites, StageHistory history) {
        var at = new Div();
        at.addClassName("stages");
        SiteStage.of(version.id(), sites, history, clock.instant()).stream()
                .filter(stage -> stage.since() != null)
                .forEach(stage -> at.add(new Span(new Span(stage.site().name() + " "), StageTag.of(stage.stage()))));
        return at.getComponentCount() == 0 ? new Span("not in use at any site") : at;
    }

    private static Component shortened(ModelVersion version) {
        var hex = version.digest().hex();
        var digest = new Span(hex.substring(0, 12) + "…");
        digest.addClassName("digest");
        digest.setTitle(hex);
        return digest;
    }

    private Component then(RegisteredModel model, List<Site> sites, StageHistory history, QueryParameters asked) {
        if (sites.isEmpty()) {
            return empty("There is no site yet.", "An administrator adds the places of care under Sites.");
        }
        var question = new LiveThen(
                sites,
                history,
                (site, at) -> UI.getCurrent()
                        .getPage()
                        .getHistory()
                        .replaceState(
                                null,
                                "models/" + model.id() + "?"
                                        + QueryParameters.simple(Map.of("site", site.id(), "at", at.toString()))
                                                .getQueryString()));
        var site = asked.getSingleParameter("site")
                .flatMap(id ->
                        sites.stream().filter(each -> each.id().equals(id)).findFirst())
                .orElse(sites.size() == 1 ? sites.getFirst() : null);
        question.ask(site, asked.getSingleParameter("at").map(this::time).orElseGet(this::now));
        return question;
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return now();
        }
    }

    /** The next full minute, since the field knows no seconds: what went live a moment ago is live. */
    private Instant now() {
        return clock.instant().plus(Duration.ofMinutes(1)).minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
    }

    private Component facts(RegisteredModel model) {
        var names = people.names(List.of(model.clinicalOwner(), model.modelOwner()));
        return new Facts()
                .with("Intended use", model.intendedUse())
                .with("What it puts out", model.kind().title())
                .with("Risk tier", model.riskTier().title())
                .with("Department", model.department())
                .with("Clinical owner", names.get(model.clinicalOwner()))
                .with("Model owner", names.get(model.modelOwner()))
                .with("Sponsor", model.sponsor())
                .with("Short name", model.id())
                .with("Registered", Times.of(model.registeredAt()));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
