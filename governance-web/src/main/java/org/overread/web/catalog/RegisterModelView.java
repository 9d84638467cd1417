package org.overread.web.catalog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

@Route("new-model")
@PageTitle("Register a model")
@Needs(Permission.REGISTER_MODELS)
@Dependent
class RegisterModelView extends Page {
    private static final long serialVersionUID = 1L;

    final ModelForm form;
    final Button register = new Button("Register");

    @Inject
    RegisterModelView(Catalog catalog, People people, CurrentActor current) {
        var actor = current.actor();
        form = new ModelForm(
                clinicians(people),
                people.withRole(Role.MODEL_OWNER),
                catalog.models(actor).stream()
                        .map(RegisteredModel::department)
                        .distinct()
                        .sorted()
                        .toList());
        var drafts = new Drafts(actor, "new-model");
        form.keptIn(drafts);
        var fields = form.named(new Fields());
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.addClickListener(event -> fields.accepted(() -> {
            var model = catalog.register(current.actor(), form.check.of(form.draft()));
            drafts.forget();
            Notices.done(model.name() + " is registered.");
            UI.getCurrent().navigate("models/" + model.id());
        }));
        add(
                quiet(
                        "A model is what the hospital answers for. Its versions come next; each is frozen when it is registered."),
                form,
                fields,
                row(register, new Anchor("models", "Cancel")));
    }

    /** Whoever treats patients or reviews for those who do. */
    private static List<NamedPerson> clinicians(People people) {
        return Stream.of(Role.CLINICIAN, Role.CLINICAL_REVIEWER)
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(NamedPerson::name))
                .toList();
    }
}
