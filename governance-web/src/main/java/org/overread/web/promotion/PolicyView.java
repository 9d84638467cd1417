package org.overread.web.promotion;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.promotion.Policies;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.ButtonLink;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("policies/:id")
@Needs(Permission.READ_PROMOTIONS)
@Dependent
class PolicyView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Policies policies;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    PolicyView(Policies policies, CurrentActor current) {
        this.policies = policies;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var actor = current.actor();
        var policy = policies.get(actor, Ids.of(event));
        title = policy.title();
        var back = new Anchor("policies", "All policies");
        back.addClassName("back");
        add(
                back,
                row(InForce.tag(policy, new PolicyBook(policies.list(actor)))),
                section("What it demands", new PolicySentences(policy)),
                section(
                        "On record",
                        new Facts()
                                .with("Published by", policy.publishedBy())
                                .with("Published", Times.of(policy.publishedAt()))
                                .with("Id", policy.id().toString())));
        if (actor.may(Permission.PUBLISH_POLICIES, Place.ANYWHERE)) {
            add(
                    quiet(
                            "A published policy never changes. What is submitted from then on is judged by its successor."),
                    row(ButtonLink.of("new-policy?from=" + policy.id(), "Write its successor")));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
