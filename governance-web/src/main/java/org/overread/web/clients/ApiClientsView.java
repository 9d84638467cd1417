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
import java.time.InstantSource;
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
@Needs(value = Permission.MANAGE_PEOPLE, everywhere = true)
@InNavigation(name = "API clients", icon = VaadinIcon.PLUG, order = 92)
@Dependent
class ApiClientsView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient ApiClients clients;
    private final transient CurrentActor current;
    private final transient InstantSource clock;
    private final Div all = new Div();

    @Inject
    ApiClientsView(ApiClients clients, Catalog catalog, CurrentActor current, InstantSource clock) {
        this.clients = clients;
        this.current = current;
        this.clock = clock;
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
        var table =
                DataTable.of("API clients by name", "Name", "May", "Reach", "Added", "Ends", "Last used", "State", "");
        known.forEach(client -> table.line(
                new Span(client.name()),
                new Span(may(client)),
                new Span(ScopeFields.words(client.reach())),
                Times.of(client.createdAt()),
                Times.of(client.expiresAt()),
                lastUsed(client),
                state(client),
                action(client)));
        all.add(table);
    }

    private static String may(ApiClient client) {
        return client.scopes().stream().sorted().map(ScopeWords::name).collect(Collectors.joining(", "));
    }

    private static Span lastUsed(ApiClient client) {
        var used = client.lastUsedAt();
        return used == null ? new Span("never") : Times.of(used);
    }

    private Component state(ApiClient client) {
        var now = clock.instant();
        var revoked = client.revokedAt();
        if (revoked != null) {
            return new Tag("Revoked " + Times.text(revoked), Tag.Tone.PLAIN);
        }
        if (!client.good(now)) {
            return new Tag("Ended", Tag.Tone.BAD);
        }
        var state = new Div();
        if (client.endsSoon(now)) {
            state.add(new Tag("Ends within 30 days", Tag.Tone.WAITING));
        }
        if (client.unused(now)) {
            state.add(new Tag("Not used for 90 days", Tag.Tone.OPEN));
        }
        if (state.getChildren().findAny().isEmpty()) {
            state.add(new Tag("In use", Tag.Tone.GOOD));
        }
        return state;
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
