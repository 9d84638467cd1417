package org.overread.web.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.monitoring.notify.mail.Addresses;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.People;
import org.overread.web.connections.AddressForm;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Form;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.ScopeFields;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

@Route("people")
@Needs(value = Permission.MANAGE_PEOPLE, everywhere = true)
@Dependent
class PersonView extends Page implements HasUrlParameter<String>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient Catalog catalog;
    private final transient Addresses addresses;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    PersonView(People people, Catalog catalog, Addresses addresses, CurrentActor current) {
        this.people = people;
        this.catalog = catalog;
        this.addresses = addresses;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        show(people.account(current.actor(), idOf(id)));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Account account) {
        title = account.name();
        removeAll();
        add(back(), facts(account), roles(account), password(account), notices(account), access(account));
    }

    private static Component back() {
        var link = new RouterLink("All people", PeopleView.class);
        link.addClassName("back");
        return link;
    }

    private static Facts facts(Account account) {
        return new Facts()
                .with("Log-in name", account.login())
                .with("May sign in", account.active() ? new Tag("Yes", Tag.Tone.GOOD) : new Tag("No", Tag.Tone.BAD))
                .with(
                        "Password",
                        account.passwordMustChange()
                                ? "Set by somebody else; must be changed before anything is signed"
                                : "Their own")
                .with("Added", Times.of(account.createdAt()));
    }

    private Section roles(Account account) {
        var held = new UnorderedList();
        held.addClassName("plain-list");
        RoleWords.sorted(account.grants()).forEach(grant -> held.add(new ListItem(held(account, grant))));
        return section(
                "Roles",
                account.grants().isEmpty()
                        ? empty("No role yet.", "Without one this person can sign in and see nothing. Give one below.")
                        : held,
                newRole(account));
    }

    private Component held(Account account, Grant grant) {
        var take = new Button("Take away", _ -> {
            show(people.revoke(current.actor(), account.id(), grant));
            Notices.done("Taken away: " + RoleWords.of(grant) + ". Their sessions have ended.");
        });
        take.addThemeVariants(ButtonVariant.TERTIARY);
        named(take, "Take away " + RoleWords.of(grant));
        return row(new Span(RoleWords.of(grant)), take);
    }

    private Form newRole(Account account) {
        var role = new Select<Role>();
        role.setLabel("Role");
        role.setItems(Role.values());
        role.setItemLabelGenerator(Role::title);
        var scope = new ScopeFields(catalog, current.actor());
        return new Form("Give this role", () -> {
                    GovernanceException.refuse(
                            "Choose a role first.",
                            new FieldProblems().present("role", role.getValue()).list());
                    var grant = new Grant(role.getValue(), scope.scope());
                    show(people.grant(current.actor(), account.id(), grant));
                    Notices.done("Given: " + RoleWords.of(grant) + ". They sign in again to use it.");
                })
                .with("role", role)
                .with(scope);
    }

    private Section password(Account account) {
        var password = new PasswordField("New password");
        password.setHelperText("At least 12 characters. The person chooses another when they sign in next.");
        return section(
                "Password",
                new Form("Set this password", () -> {
                            people.resetPassword(current.actor(), account.id(), password.getValue());
                            show(people.account(current.actor(), account.id()));
                            Notices.done("The password has been set.");
                        })
                        .with("password", password));
    }

    private Section notices(Account account) {
        return section("Notices", AddressForm.of(addresses, current.actor(), account.id(), account.login()));
    }

    private Section access(Account account) {
        if (!account.active()) {
            return section("Access", quiet("This person cannot sign in."), new Button("Let them in again", _ -> {
                show(people.activate(current.actor(), account.id()));
                Notices.done(account.name() + " can sign in again.");
            }));
        }
        var shutOut = new Button("Deactivate …", _ -> confirm(account).open());
        return section(
                "Access",
                quiet("Whoever has left is deactivated, never deleted: signatures keep their name."),
                shutOut);
    }

    private ConfirmDialog confirm(Account account) {
        var dialog = new ConfirmDialog(
                "Deactivate " + account.name() + "?",
                "They are signed out at once and cannot sign in any more. What they said and signed stays.",
                "Deactivate",
                _ -> {
                    show(people.deactivate(current.actor(), account.id()));
                    Notices.done(account.name() + " can no longer sign in.");
                });
        dialog.setCancelable(true);
        dialog.setConfirmButtonTheme("error primary");
        return dialog;
    }

    private static PersonId idOf(String text) {
        try {
            return PersonId.of(text);
        } catch (IllegalArgumentException e) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no such person");
        }
    }
}
