package org.overread.web.promotion;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.Stages;
import org.overread.registry.promotion.GateCheck;
import org.overread.registry.promotion.NotAdmitted;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Submitting;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.Where;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.IdentifierCheck;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

@Route(Where.VERSION + "/promote")
@Needs(Permission.REQUEST_PROMOTION)
@Dependent
class RequestPromotionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final List<Stage> STAGES = List.of(Stage.LOCAL_VALIDATION, Stage.SILENT, Stage.PILOT, Stage.GENERAL);

    private final transient Catalog catalog;
    private final transient Stages stages;
    private final transient Promotions promotions;
    private final transient CurrentActor current;
    private final transient InstantSource clock;
    final Select<Site> site = new Select<>();
    final Select<Stage> stage = new Select<>();
    final TextArea rationale = new TextArea("Why");
    final Button submit = new Button("Submit the request");
    final IdentifierCheck check = new IdentifierCheck().over(rationale);
    private final Fields fields = new Fields();
    private @Nullable Drafts drafts;
    private final Div answer = new Div();
    private final Paragraph change = new Paragraph();
    private final Anchor cancel = new Anchor("", "Cancel");
    private @Nullable ModelVersionId version;
    private String title = "";

    @Inject
    RequestPromotionView(
            Catalog catalog, Stages stages, Promotions promotions, CurrentActor current, InstantSource clock) {
        this.catalog = catalog;
        this.stages = stages;
        this.promotions = promotions;
        this.current = current;
        this.clock = clock;
        site.setLabel("At this site");
        site.setItemLabelGenerator(Site::name);
        site.addValueChangeListener(event -> choose(event.isFromClient()));
        stage.setLabel("To this stage");
        stage.setItems(STAGES);
        stage.setItemLabelGenerator(Stage::title);
        stage.addValueChangeListener(event -> choose(event.isFromClient()));
        rationale.setHelperText("What the committee should know before it looks at the figures. No patient data.");
        rationale.setMinRows(3);
        fields.named("rationale", rationale);
        answer.getElement().setAttribute("role", "status");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(event -> {
            fields.accepted(this::submit);
            submit.setEnabled(true);
        });
        var choice = new Div(site, stage);
        choice.addClassName("side");
        var form = new Div(choice, rationale, check);
        form.addClassName("form");
        change.addClassName("replacement");
        change.getElement().setAttribute("role", "status");
        add(
                form,
                section("What is live there now", change),
                section("What the gate would say now", answer),
                fields,
                row(submit, cancel));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var actor = current.actor();
        var id = Where.version(event);
        catalog.versionWithin(actor, Permission.REQUEST_PROMOTION, id);
        var model = catalog.model(actor, id.model());
        version = id;
        drafts = new Drafts(actor, "promote." + id);
        drafts.keep(rationale, "rationale");
        title = "Request promotion of %s, version %d".formatted(model.name(), id.version());
        cancel.setHref(VersionPage.address(id));
        var sites = catalog.sites(actor).stream()
                .filter(each ->
                        actor.may(Permission.REQUEST_PROMOTION, model.place().at(each.id())))
                .toList();
        site.setItems(sites);
        var query = event.getLocation().getQueryParameters();
        var wanted = query.getSingleParameter("site").orElse("");
        site.setValue(sites.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElse(sites.size() == 1 ? sites.getFirst() : null));
        var target = query.getSingleParameter("stage").orElse("");
        stage.setValue(STAGES.stream()
                .filter(each -> each.name().equalsIgnoreCase(target))
                .findFirst()
                .orElseGet(this::next));
        ask();
    }

    /** The stage that usually follows the one where the version is at the chosen site. */
    private Stage next() {
        var at = site.getValue();
        if (at == null || version == null) {
            return Stage.LOCAL_VALIDATION;
        }
        var now = stages.history(current.actor(), version.model()).stageOf(version, at.id(), clock.instant());
        return switch (now) {
            case REGISTERED -> Stage.LOCAL_VALIDATION;
            case LOCAL_VALIDATION -> Stage.SILENT;
            case SILENT -> Stage.PILOT;
            case PILOT, GENERAL, SUSPENDED, RETIRED -> Stage.GENERAL;
        };
    }

    private void choose(boolean byHand) {
        if (byHand && version != null) {
            var query = site.getValue() == null
                    ? Map.of("stage", stage.getValue().name())
                    : Map.of(
                            "site",
                            site.getValue().id(),
                            "stage",
                            stage.getValue().name());
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            VersionPage.address(version) + "/promote?"
                                    + QueryParameters.simple(query).getQueryString());
            ask();
        }
    }

    /** Asks the gate without keeping anything. */
    private void ask() {
        answer.removeAll();
        change.setText("Choose a site; then it is said here which version would end.");
        if (version == null || site.getValue() == null) {
            answer.add(quiet("Choose a site; then the gate is asked here, and nothing of it is kept."));
            return;
        }
        change.setText(WhatEnds.sentence(
                promotions.replacement(
                        current.actor(),
                        version,
                        stage.getValue(),
                        site.getValue().id()),
                site.getValue().name()));
        switch (promotions.check(
                current.actor(), version, stage.getValue(), site.getValue().id())) {
            case NotAdmitted refused ->
                answer.add(new Tag("Not possible", Tone.BAD), new Paragraph(Times.told(refused.sentence())));
            case GateCheck.Decided decided -> show(decided, version);
        }
    }

    private void show(GateCheck.Decided decided, ModelVersionId of) {
        boolean open = decided.verdict().open();
        answer.add(
                open ? new Tag("The gate is open", Tone.GOOD) : new Tag("The gate is shut", Tone.BAD),
                new Paragraph(
                        open
                                ? "Submitted now, the request goes to the reviewers."
                                : "Submitted now, the request stays blocked, with this as the reason on record."),
                new Anchor(
                        "policies/" + decided.policy().id(),
                        "Judged by " + decided.policy().title()),
                quiet("The figures cover " + Times.told(decided.evidence().covers()) + "."),
                new Checklist(decided.verdict(), criterion -> Sources.live(of, criterion)));
    }

    private void submit() {
        if (version == null || site.getValue() == null) {
            fields.refuse("Choose a site first.");
            return;
        }
        var submitting = promotions.submit(
                current.actor(),
                version,
                stage.getValue(),
                site.getValue().id(),
                check.<@Nullable String>of(text(rationale.getValue())));
        switch (submitting) {
            case NotAdmitted refused -> fields.refuse(refused.sentence());
            case Submitting.Submitted submitted -> {
                Objects.requireNonNull(drafts).forget();
                Notices.done("The request is on record.");
                UI.getCurrent().navigate("promotions/" + submitted.request());
            }
        }
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
