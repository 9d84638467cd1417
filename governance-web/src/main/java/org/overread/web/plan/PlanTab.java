package org.overread.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.Plans;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Page;

/** What is watched of a version, how each check stands, and where that is changed. */
@ApplicationScoped
class PlanTab implements VersionTab {
    @Inject
    Plans plans;

    @Inject
    ChecksPart checks;

    @Inject
    RunsPart runs;

    @Inject
    PlanReading reading;

    @Override
    public String key() {
        return "plan";
    }

    @Override
    public String title() {
        return "Plan";
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.may(Permission.READ_PERFORMANCE);
    }

    @Override
    public Component show(VersionPage page) {
        return plans.inForce(page.actor(), page.id())
                .map(revision -> planned(page, revision))
                .orElseGet(() -> unplanned(page));
    }

    private Component planned(VersionPage page, PlanRevision revision) {
        var tab = new Div(
                Page.section("How each check stands", checks.of(page)),
                Page.section("Runs", runs.log(page)),
                Page.section("The plan in force", reading.of(revision)),
                Page.section("Revisions", reading.revisions(plans.revisions(page.actor(), page.id()))));
        if (page.may(Permission.PLAN_MONITORING)) {
            tab.add(new Details("Change the plan", editor(page, plans.written(revision.plan()))));
        }
        return tab;
    }

    private Component unplanned(VersionPage page) {
        if (!page.may(Permission.PLAN_MONITORING)) {
            return Page.empty(
                    "Nobody watches this version: no monitoring plan is declared.", "A model owner declares one here.");
        }
        return new Div(
                Page.empty(
                        "Nobody watches this version yet.",
                        "Below is a plan proposed from what the version declares and what its data hold. Read it, name"
                                + " who answers, change what you know better, and declare it."),
                editor(page, plans.proposed(page.actor(), page.id())));
    }

    private PlanEditor editor(VersionPage page, PlanDraft draft) {
        return new PlanEditor(plans, page, draft, new Drafts(page.actor().id(), "plan." + page.id()));
    }
}
