package org.overread.web.promotion;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.promotion.Policies;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

@Route("new-policy")
@PageTitle("Publish a policy")
@Needs(Permission.PUBLISH_POLICIES)
@Dependent
class PublishPolicyView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final List<String> USUAL_ATTRIBUTES = List.of("age_band", "sex", "race");

    private final transient Catalog catalog;
    private final transient Policies policies;
    private final transient CurrentActor current;
    private final Div preview = new Div();
    final Button publish = new Button("Publish for good");
    final PolicyForm form;

    @Inject
    PublishPolicyView(Catalog catalog, Policies policies, CurrentActor current) {
        this.catalog = catalog;
        this.policies = policies;
        this.current = current;
        var actor = current.actor();
        form = new PolicyForm(catalog.models(actor), attributes(actor), this::preview);
        preview.addClassName("preview");
        var fields = new Fields();
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        publish.addClickListener(event -> {
            form.named(fields);
            fields.accepted(this::publish);
        });
        add(
                form,
                section("This is what it will say", preview),
                quiet("Publishing is final: a published policy is never changed or taken back. It judges what is "
                        + "submitted from then on; requests under way keep the policy they were submitted under."),
                fields,
                row(publish, new Anchor("policies", "Cancel")));
    }

    /** Starts from the policy that the address names, or from a usual one. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("from")
                .flatMap(Ids::parsed)
                .ifPresentOrElse(id -> form.start(policies.get(current.actor(), id)), form::start);
        preview();
    }

    private void publish() {
        var policy = policies.publish(current.actor(), form.draft());
        Notices.done(policy.title() + " is published.");
        UI.getCurrent().navigate("policies/" + policy.id());
    }

    private void preview() {
        preview.removeAll();
        preview.add(new PolicySentences(form.draft()));
    }

    private List<String> attributes(Actor actor) {
        var declared = catalog.models(actor).stream()
                .flatMap(model -> catalog.versions(actor, model.id()).stream())
                .flatMap(version -> version.declared().subgroups().stream());
        return Stream.concat(USUAL_ATTRIBUTES.stream(), declared).distinct().toList();
    }
}
