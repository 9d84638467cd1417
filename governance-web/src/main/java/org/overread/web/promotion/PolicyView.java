package org.overread.web.promotion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiFunction;
import org.overread.registry.Permission;
import org.overread.registry.Written;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.gate.PolicyState;
import org.overread.registry.promotion.Policies;
import org.overread.registry.promotion.PolicyStep;
import org.overread.registry.promotion.Publishing;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.ButtonLink;
import org.overread.web.shell.Drafts;
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
    private final transient Publishing publishing;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    PolicyView(Policies policies, Publishing publishing, CurrentActor current) {
        this.policies = policies;
        this.publishing = publishing;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var actor = current.actor();
        var file = policies.file(actor, Ids.of(event));
        var book = policies.book(actor);
        title = file.policy().title();
        var back = new Anchor("policies", "All policies");
        back.addClassName("back");
        add(back, row(InForce.tag(file, book)));
        if (!file.policy().laxer().isEmpty()) {
            add(section("In which ways it is laxer", laxer(file.policy().laxer())));
        }
        add(section("What it demands", new PolicySentences(file.policy())), section("On record", record(file)));
        if (actor.maySomewhere(Permission.PUBLISH_POLICIES)) {
            add(
                    quiet(
                            "A published policy never changes. What is submitted from then on is judged by its successor."),
                    actions(file, book.state(file)));
        }
    }

    private static UnorderedList laxer(List<String> ways) {
        var list = new UnorderedList();
        ways.forEach(way -> list.add(new ListItem(way)));
        return list;
    }

    private static Facts record(PolicyFile file) {
        var policy = file.policy();
        var enactment = policy.enactment();
        var facts = new Facts()
                .with("Published by", policy.publishedBy())
                .with("Published", Times.of(policy.publishedAt()))
                .with("Why", enactment == null ? null : enactment.reason())
                .with("To be in force from", Times.of(policy.inForceFrom()))
                .with("Id", policy.id().toString());
        var decision = file.decision();
        if (decision != null) {
            facts.with(decision.confirmed() ? "Confirmed by" : "Declined by", decision.byName())
                    .with("Decided", Times.of(decision.at()))
                    .with("Said", decision.reason());
        }
        var retirement = file.retirement();
        if (retirement != null) {
            facts.with("Retired by", retirement.byName())
                    .with("Retired", Times.of(retirement.at()))
                    .with("Because", retirement.reason());
        }
        return facts;
    }

    private Div actions(PolicyFile file, PolicyState state) {
        var id = file.policy().id();
        var drafts = new Drafts(current.person(), "policy." + id);
        var actions = row();
        if (state == PolicyState.PROPOSED) {
            actions.add(
                    button(
                            drafts,
                            "Confirm",
                            "It asks less than what it takes the place of. Once confirmed it is in force.",
                            file.policy().laxer(),
                            "Comment",
                            (words, password) -> publishing.confirm(current.person(), id, words, password)),
                    button(
                            drafts,
                            "Decline",
                            "It stays on record as declined; nothing changes.",
                            List.of(),
                            "Why",
                            (words, password) -> publishing.decline(current.person(), id, words, password)));
        }
        if (state == PolicyState.IN_FORCE) {
            actions.add(button(
                    drafts,
                    "Retire",
                    "The stages it opens are closed from now on, also where another policy would open them, until a new"
                            + " policy opens them. Closing needs one person; opening again needs two.",
                    List.of(),
                    "Why",
                    (words, password) -> publishing.retire(current.person(), id, words, password)));
        }
        actions.add(ButtonLink.of("new-policy?from=" + id, "Write its successor"));
        return actions;
    }

    private static Button button(
            Drafts drafts,
            String title,
            String what,
            List<String> points,
            String label,
            BiFunction<Written<String>, String, PolicyStep> act) {
        return new Button(title + " …", event -> new PolicyDialog(title, what, points, label, drafts, act).open());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
