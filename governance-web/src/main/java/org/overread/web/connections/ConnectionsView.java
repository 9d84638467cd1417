package org.overread.web.connections;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.registry.Permission;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;

/** Whether mail works, which systems are called, what was sent and what was given up. */
@Route("connections")
@PageTitle("Connections")
@Needs(value = Permission.MANAGE_CONNECTIONS, everywhere = true)
@InNavigation(name = "Connections", icon = VaadinIcon.CONNECT_O, order = 94)
@Dependent
class ConnectionsView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient AddressesPart addresses;
    private final transient MailPart mail;
    private final transient WebhooksPart webhooks;
    private final transient DeliveriesPart deliveries;
    private final transient CurrentActor current;

    @Inject
    ConnectionsView(
            AddressesPart addresses,
            MailPart mail,
            WebhooksPart webhooks,
            DeliveriesPart deliveries,
            CurrentActor current) {
        this.addresses = addresses;
        this.mail = mail;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.current = current;
        show();
    }

    private void show() {
        removeAll();
        var actor = current.actor();
        add(
                quiet("When an alert is raised, falls due, goes to the deputy or is resolved, people are written to and"
                        + " systems are called. None of it is needed: alerts wait on For you and on Alerts as well."),
                section("Addresses given up", addresses.of(actor, this::show)),
                section("Notices given up", deliveries.givenUp(actor, this::show)),
                section("Mail", mail.of(actor)),
                section("Webhooks", webhooks.of(actor, this::show)),
                section("Sent last", deliveries.latest(actor, this::show)));
    }
}
