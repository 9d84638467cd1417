package org.overread.web.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.registry.Permission;
import org.overread.registry.identity.AccountDraft;
import org.overread.registry.identity.People;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Form;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

@Route("people/new")
@PageTitle("Add a person")
@Needs(value = Permission.MANAGE_PEOPLE, everywhere = true)
@Dependent
class NewPersonView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient CurrentActor current;
    private final TextField name = new TextField("Name");
    private final TextField login = new TextField("Log-in name");
    private final Drafts drafts;
    private final PasswordField password = new PasswordField("First password");

    @Inject
    NewPersonView(People people, CurrentActor current) {
        this.people = people;
        this.current = current;
        drafts = new Drafts(current.actor(), "new-person");
        drafts.keep(name, "name");
        drafts.keep(login, "login");
        name.setHelperText("As it is printed under signatures");
        name.setRequiredIndicatorVisible(true);
        name.focus();
        login.setRequiredIndicatorVisible(true);
        login.setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.NONE);
        password.setRequiredIndicatorVisible(true);
        password.setHelperText("At least 12 characters. Tell it to the person; they choose another when they sign in.");
        add(new Form("Add this person", this::create)
                .with("name", name)
                .with("login", login)
                .with("password", password));
    }

    private void create() {
        var account = people.create(
                current.actor(), new AccountDraft(login.getValue(), name.getValue(), password.getValue()));
        drafts.forget();
        Notices.done(account.name() + " has been added. Now give them a role.");
        UI.getCurrent().navigate(PersonView.class, account.id().toString());
    }
}
