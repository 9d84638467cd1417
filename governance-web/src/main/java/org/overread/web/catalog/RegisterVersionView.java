package org.overread.web.catalog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

@Route("models/:model/new-version")
@Needs(Permission.REGISTER_MODELS)
@Dependent
class RegisterVersionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Catalog catalog;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    RegisterVersionView(Catalog catalog, CurrentActor current) {
        this.catalog = catalog;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var model = catalog.modelFor(current.actor(), Permission.REGISTER_MODELS, Where.model(event));
        var earlier = catalog.versions(current.actor(), model.id());
        int number = earlier.size() + 1;
        title = "Register version %d of %s".formatted(number, model.name());
        var form = new DeclarationForm(
                model.kind(), earlier.isEmpty() ? null : earlier.getLast().declared());
        var drafts = new Drafts(current.actor(), "new-version." + model.id());
        form.keptIn(drafts);
        var fields = form.named(new Fields());
        var register = new Button("Register and freeze");
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.addClickListener(click -> fields.accepted(() -> {
            var version = catalog.registerVersion(current.actor(), model.id(), form.check.of(form.declaration()));
            drafts.forget();
            Notices.done("Version %d is registered and frozen."
                    .formatted(version.id().version()));
            UI.getCurrent().navigate(VersionPage.address(version.id()));
        }));
        add(
                quiet(
                        "Everything declared here is covered by one digest and never changes afterwards. Whatever changes later is another version."
                                + (earlier.isEmpty()
                                        ? ""
                                        : " The fields start from what version " + (number - 1) + " declared.")),
                form,
                fields,
                row(register, new Anchor("models/" + model.id(), "Cancel")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
