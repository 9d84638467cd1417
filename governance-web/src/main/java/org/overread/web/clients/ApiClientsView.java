package org.overread.web.clients;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.ApiClient;
import org.overread.registry.identity.ApiClients;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.ScopeFields;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

@Route("api-clients")
@PageTitle("API clients")
@Needs(Permission.MANAGE_PEOPLE)
@InNavigation(name = "API clients", icon = VaadinIcon.PLUG, order = 92)
@Dependent
class ApiClientsView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient ApiClients clients;
    private final transient CurrentActor current;
    private final Div all = new Div();

    @Inject
    ApiClientsView(ApiClients clients, Catalog catalog, CurrentActor current) {
        this.clients = clients;
        this.current = current;
        var add = new Button(
                "Add an API client …", _ -> new NewClientDialog(clients, catalog, current.actor(), this::show).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                quiet(
                        "Model servers, record systems and scripts call with a token of their own, good for what you allow."),
                add,
                all);
        show();
    }

    private void show() {
        all.removeAll();
        var known = clients.all(current.actor());
        if (known.isEmpty()) {
            all.add(empty(
                    "No machine may call yet.", "Add an API client for each system that sends or reads something."));
            return;
        }
        var table = DataTable.of("API clients by name", "Name", "May", "Reach", "Added", "State", "");
        known.forEach(client -> table.line(
                new Span(client.name()),
                new Span(may(client)),
                new Span(ScopeFields.words(client.reach())),
                Times.of(client.createdAt()),
                state(client),
                action(client)));
        all.add(table);
    }

    private static String may(ApiClient client) {
        return client.scopes().stream().sorted().map(ScopeWords::name).collect(Collectors.joining(", "));
    }

    private static Component state(ApiClient client) {
        var revoked = client.revokedAt();
        return revoked == null
                ? new Tag("In use", Tag.Tone.GOOD)
                : new Tag("Revoked " + Times.text(revoked), Tag.Tone.PLAIN);
    }

    private Component action(ApiClient client) {
        if (client.revokedAt() != null) {
            return new Span();
        }
        var revoke = new Button("Revoke …", _ -> confirm(client).open());
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return named(revoke, "Revoke " + client.name());
    }

    private ConfirmDialog confirm(ApiClient client) {
        var dialog = new ConfirmDialog(
                "Revoke the token of " + client.name() + "?",
                "Its next call is refused. This cannot be undone; a new API client gets a new token.",
                "Revoke",
                _ -> {
                    clients.revoke(current.actor(), client.id());
                    show();
                    Notices.done("The token of " + client.name() + " is good for nothing any more.");
                });
        dialog.setCancelable(true);
        dialog.setConfirmButtonTheme("error primary");
        return dialog;
    }
}
