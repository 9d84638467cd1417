package org.overread.web.promotion;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.promotion.Policies;
import org.overread.registry.promotion.PolicyStep;
import org.overread.registry.promotion.Publishing;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;

@Route("new-policy")
@PageTitle("Publish a policy")
@Needs(Permission.PUBLISH_POLICIES)
@Dependent
class PublishPolicyView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final List<String> USUAL_ATTRIBUTES = List.of("age_band", "sex", "race");

    private static final String KEPT = "policy";

    private final transient Catalog catalog;
    private final transient Policies policies;
    private final transient Publishing publishing;
    private final transient CurrentActor current;
    private final Div preview = new Div();
    private final Fields fields = new Fields();
    private @Nullable Drafts drafts;
    private boolean begun;
    final Button publish = new Button("Publish for good");
    final PolicyForm form;
    final EnactFields enactment = new EnactFields(this::preview);

    @Inject
    PublishPolicyView(Catalog catalog, Policies policies, Publishing publishing, CurrentActor current) {
        this.catalog = catalog;
        this.policies = policies;
        this.publishing = publishing;
        this.current = current;
        var actor = current.actor();
        form = new PolicyForm(catalog.models(actor), attributes(actor), this::changed);
        preview.addClassName("preview");
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        publish.addClickListener(event -> {
            form.named(fields);
            enactment.nameIn(fields);
            fields.accepted(this::publish);
        });
        add(
                form,
                section("This is what it will say", preview),
                quiet("Publishing is final: a published policy is never changed or taken back. It judges what is "
                        + "submitted from then on; requests under way keep the policy they were submitted under. One "
                        + "that asks less than before waits until a second person confirms it."),
                enactment,
                fields,
                row(publish, new Anchor("policies", "Cancel")));
    }

    /** Starts from the policy that the address names, or from a usual one. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var from = event.getLocation().getQueryParameters().getSingleParameter("from");
        from.flatMap(Ids::parsed).ifPresentOrElse(id -> form.start(policies.get(current.actor(), id)), form::start);
        preview();
        drafts = new Drafts(current.actor(), "new-policy." + from.orElse("blank"));
        enactment.keptIn(drafts);
        drafts.bringBack(event.getUI(), KEPT, this::broughtBack);
        begun = true;
    }

    private void changed() {
        preview();
        if (begun) {
            kept().note(KEPT, PolicyText.of(form.draft()));
        }
    }

    private Drafts kept() {
        return Objects.requireNonNull(drafts, "entered before anything is written");
    }

    void broughtBack(String kept) {
        PolicyText.read(kept).ifPresent(form::start);
        preview();
    }

    private void publish() {
        var step = publishing.publish(
                current.person(), form.draft(), enactment.reason(), enactment.from(), enactment.password.getValue());
        switch (step) {
            case PolicyStep.Refused(var _, var reason) -> {
                fields.refuse(reason);
                enactment.password.clear();
                enactment.password.focus();
            }
            case PolicyStep.Taken(var file, var state) -> {
                kept().forget();
                Notices.done("%s: %s.".formatted(file.policy().title(), state.title()));
                UI.getCurrent().navigate("policies/" + file.policy().id());
            }
        }
    }

    private void preview() {
        preview.removeAll();
        var draft = form.draft();
        preview.add(new PolicySentences(draft));
        var laxer = policies.laxer(current.actor(), draft, enactment.from());
        if (!laxer.isEmpty()) {
            var ways = new UnorderedList();
            laxer.forEach(way -> ways.add(new ListItem(way)));
            preview.add(new Tag("Asks less than before: a second person must confirm it", Tone.WAITING), ways);
        }
    }

    private List<String> attributes(Actor actor) {
        var declared = catalog.models(actor).stream()
                .flatMap(model -> catalog.versions(actor, model.id()).stream())
                .flatMap(version -> version.declared().subgroups().stream());
        return Stream.concat(USUAL_ATTRIBUTES.stream(), declared).distinct().toList();
    }
}
