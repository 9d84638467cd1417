package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.registry.Permission;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.promotion.Policies;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.ButtonLink;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("policies")
@PageTitle("Policies")
@Needs(Permission.READ_PROMOTIONS)
@InNavigation(name = "Policies", icon = VaadinIcon.SCALE, order = 50)
@Dependent
class PoliciesView extends Page implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient Policies policies;
    private final transient CurrentActor current;

    @Inject
    PoliciesView(Policies policies, CurrentActor current) {
        this.policies = policies;
        this.current = current;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        var actor = current.actor();
        boolean publishes = actor.maySomewhere(Permission.PUBLISH_POLICIES);
        if (publishes) {
            add(row(ButtonLink.primary("new-policy", "Publish a policy")));
        }
        var book = policies.book(actor);
        if (book.files().isEmpty()) {
            add(empty(
                    "No policy is published yet, so no stage is open and nothing can be promoted.",
                    publishes
                            ? "Publish the first one: what the evidence must show, and who must have reviewed."
                            : "The committee chair publishes policies; then they appear here."));
        }
        book.files().forEach(file -> add(card(file, book)));
    }

    private static Component card(PolicyFile file, PolicyBook book) {
        var policy = file.policy();
        var sentences = new PolicySentences(policy);
        var card = new Article(
                new H2(new Anchor("policies/" + policy.id(), policy.title())),
                InForce.tag(file, book),
                quiet("Published by %s on %s.".formatted(policy.publishedBy(), Times.text(policy.publishedAt()))),
                InForce.current(file, book) ? sentences : new Details("What it demanded", sentences));
        card.addClassName("card");
        return card;
    }
}
