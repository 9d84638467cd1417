package org.overread.web.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

/** What everyone needs to know of a version first: where it is in use, what was declared, who answers for it. */
@ApplicationScoped
class OverviewTab implements VersionTab {
    @Inject
    Catalog catalog;

    @Inject
    Stages stages;

    @Inject
    Standing standing;

    @Inject
    People people;

    @Override
    public String key() {
        return "overview";
    }

    @Override
    public String title() {
        return "Overview";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return true;
    }

    @Override
    public Component show(VersionPage page) {
        var columns = new Div(
                Page.section("What was declared", declared(page)), Page.section("Who answers for it", owners(page)));
        columns.addClassName("columns");
        return new Div(Page.section("Where it is in use", sites(page)), columns);
    }

    private Component sites(VersionPage page) {
        var sites = standing.at(page);
        if (sites.isEmpty()) {
            return Page.empty("There is no site yet.", "An administrator adds the places of care under Sites.");
        }
        var table =
                DataTable.of("Stage at each site", "Site", "Stage", "Since", "").stacking();
        sites.forEach(site -> table.line(new Span(site.site().name()), stage(site), since(site), actions(page, site)));
        return table;
    }

    private static Component stage(SiteStage site) {
        return site.doubts().isEmpty()
                ? StageTag.of(site.stage())
                : new Tag("In doubt: " + site.stage().title(), Tone.BAD);
    }

    private static Component since(SiteStage site) {
        return site.since() == null ? new Span("–") : Times.of(site.since());
    }

    /** Only what whoever looks may do at this site now. */
    private Component actions(VersionPage page, SiteStage site) {
        var actions = Page.row();
        var place = page.place().at(site.site().id());
        if (page.actor().may(Permission.REQUEST_PROMOTION, place) && site.stage() != Stage.GENERAL) {
            var request = new Anchor(
                    VersionPage.address(page.id()) + "/promote?site="
                            + site.site().id(),
                    "Request promotion");
            actions.add(
                    Page.named(request, "Request promotion at " + site.site().name()));
        }
        if (page.actor().may(Permission.SUSPEND_MODELS, place) && site.live()) {
            var stop = new Button("Stop here", event -> new StopDialog(stages, page, site.site()).open());
            stop.addThemeVariants(ButtonVariant.ERROR);
            actions.add(Page.named(stop, "Stop at " + site.site().name()));
        }
        return actions;
    }

    private Component declared(VersionPage page) {
        var declared = page.version().declared();
        var threshold = declared.threshold();
        return new Facts()
                .with("Digest", digest(page))
                .with("Threshold", threshold == null ? "flags nothing" : String.valueOf(threshold))
                .with("Change", declared.changeType().title())
                .with("Fair by", String.join(", ", declared.subgroups()))
                .with("Artifact digest", declared.artifactDigest())
                .with("MLflow run", declared.mlflowRun())
                .with("Prompt", folded("Prompt", declared.prompt()))
                .with("Configuration", folded("Configuration", declared.configuration()))
                .with("Training data", declared.trainingData())
                .with("Note", declared.note())
                .with("Registered", Times.of(page.version().registeredAt()))
                .with("Registered by", Names.of(people, page.version().registeredBy()));
    }

    private Component digest(VersionPage page) {
        var hex = new Span(page.version().digest().hex());
        hex.addClassName("digest");
        var check = catalog.intact(page.id())
                ? new Tag("Intact", Tone.GOOD)
                : new Tag("No longer as it was registered", Tone.BAD);
        return new Div(check, hex);
    }

    private static Component folded(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Span("not stated");
        }
        var whole = new Pre(text);
        whole.addClassName("declared-text");
        return new Details(name + ", " + text.length() + " characters", whole);
    }

    private Component owners(VersionPage page) {
        var model = page.model();
        var names = people.names(List.of(model.clinicalOwner(), model.modelOwner()));
        return new Facts()
                .with("Clinical owner", names.get(model.clinicalOwner()))
                .with("Model owner", names.get(model.modelOwner()))
                .with("Sponsor", model.sponsor())
                .with("Department", model.department())
                .with("Risk tier", model.riskTier().title())
                .with("Intended use", model.intendedUse());
    }
}
