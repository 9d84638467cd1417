package org.overread.web.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Site;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

@Route("sites")
@PageTitle("Sites")
@Needs(Permission.MANAGE_SITES)
@InNavigation(name = "Sites", icon = VaadinIcon.HOSPITAL, order = 75)
@Dependent
class SitesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Catalog catalog;
    private final transient CurrentActor current;
    private final Div list = new Div();
    final TextField name = new TextField("Name");
    final TextField id = new TextField("Short name");
    final Button more = new Button("Add the site");

    @Inject
    SitesView(Catalog catalog, CurrentActor current) {
        this.catalog = catalog;
        this.current = current;
        var drafts = new Drafts(current.actor(), "new-site");
        drafts.keep(name, "name");
        drafts.keep(id, "id");
        var fields = new Fields();
        fields.named("name", name);
        fields.named("id", id);
        name.setHelperText("As people know it, such as North Hospital");
        id.setHelperText("As the data names it, such as north; it never changes");
        more.addThemeVariants(ButtonVariant.PRIMARY);
        more.addClickListener(event -> {
            if (fields.accepted(() -> catalog.addSite(current.actor(), site()))) {
                drafts.forget();
                Notices.done(name.getValue() + " is added.");
                name.clear();
                id.clear();
                name.focus();
                show();
            }
        });
        var form = new Div(name, id);
        form.addClassName("side");
        add(list, section("Add a site", form, fields, more));
        show();
    }

    private Site site() {
        return new Site(id.getValue().strip(), name.getValue().strip());
    }

    private void show() {
        list.removeAll();
        list.add(sites());
    }

    private Component sites() {
        var sites = catalog.sites(current.actor());
        if (sites.isEmpty()) {
            return empty(
                    "There is no site yet.",
                    "A site is a place of care that models go live at, one by one: a hospital, a clinic, a practice.");
        }
        var table = DataTable.of("Places of care", "Name", "Short name in data").stacking();
        sites.forEach(site -> table.line(site.name(), site.id()));
        return table;
    }
}
