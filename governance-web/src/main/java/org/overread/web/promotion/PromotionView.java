package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.overread.registry.Permission;
import org.overread.registry.gate.Criterion;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Reviews;
import org.overread.web.catalog.VersionPage;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("promotions/:id")
@Needs(Permission.READ_PROMOTIONS)
@Dependent
class PromotionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Promotions promotions;
    private final transient Reviews reviews;
    private final transient Titles titles;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    PromotionView(Promotions promotions, Reviews reviews, Titles titles, CurrentActor current) {
        this.promotions = promotions;
        this.reviews = reviews;
        this.titles = titles;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var person = current.person();
        var dossier = promotions.request(person, Ids.of(event));
        var submission = dossier.submission();
        title = "%s to %s at %s"
                .formatted(
                        titles.version(submission.version()),
                        submission.target().title(),
                        titles.site(submission.site()));
        var back = new Anchor("promotions", "All promotions");
        back.addClassName("back");
        add(back, state(dossier));
        if (!dossier.alterations().isEmpty()) {
            add(altered(dossier.alterations()));
        }
        var columns = new Div(
                section("What the gate says", verdict(dossier)),
                section(
                        "Who reviews",
                        new ReviewPanel(dossier),
                        new ActionBar(
                                promotions,
                                reviews,
                                dossier,
                                person,
                                titles.asked(submission),
                                titles.site(submission.site()))));
        columns.addClassNames("columns", "wide-first");
        if (SincePanel.speaksOf(dossier)) {
            add(section("Since this was submitted", new SincePanel(dossier)));
        }
        add(
                columns,
                section("What was asked for", request(dossier)),
                section("The evidence it rests on", new EvidenceFacts(dossier)));
    }

    private static Component state(PromotionDossier dossier) {
        var line = new Paragraph(Times.told(dossier.statusInItself()));
        line.addClassName("state-line");
        var tags = row(StateTag.of(dossier.state()));
        if (dossier.changes().stopped()) {
            tags.add(StateTag.stopped());
        }
        var state = new Div(tags, line);
        var ending = dossier.ending();
        if (ending != null && ending.reason() != null) {
            state.add(quiet("Why: " + ending.reason()));
        }
        state.getElement().setAttribute("role", "status");
        return state;
    }

    private static Component altered(List<String> sentences) {
        var list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        var warning = new Div(new Paragraph("Something here is no longer as it was put on record:"), list);
        warning.addClassName("refusal");
        warning.getElement().setAttribute("role", "alert");
        return warning;
    }

    private static Component verdict(PromotionDossier dossier) {
        var all = new Div();
        var policy = dossier.policy();
        if (policy != null) {
            all.add(new Anchor("policies/" + policy.id(), "Judged by " + policy.title()));
        }
        if (!dossier.policyChanges().isEmpty()) {
            var changes = new UnorderedList();
            dossier.policyChanges().forEach(change -> changes.add(new ListItem(change)));
            all.add(new Details("The policy in force now demands otherwise; this request keeps its own", changes));
        }
        var verdict = dossier.verdict();
        all.add(
                verdict == null
                        ? quiet(
                                "What the gate said can no longer be told: its policy or its evidence is not what was pinned.")
                        : new Checklist(verdict, source(dossier)));
        return all;
    }

    private static Function<Criterion, String> source(PromotionDossier dossier) {
        var request = dossier.submission().id();
        return criterion -> Sources.frozen(request, criterion);
    }

    private Component request(PromotionDossier dossier) {
        var submission = dossier.submission();
        var replacement = dossier.replacement();
        return new Facts()
                .with(
                        "Version",
                        new Anchor(VersionPage.address(submission.version()), titles.version(submission.version())))
                .with("From", submission.from().title())
                .with("To", submission.target().title())
                .with("Site", titles.site(submission.site()))
                .with(
                        dossier.since() != null ? "What it replaced" : "What it replaces",
                        replacement == null ? null : replacement.sentence())
                .with("Asked by", submission.requesterName())
                .with("Asked", Times.of(submission.submittedAt()))
                .with("Why", submission.rationale());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
