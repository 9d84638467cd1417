package org.overread.monitoring.notify.webhook;

import java.time.InstantSource;
import org.overread.monitoring.notify.Channel;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.Outbox;
import org.overread.monitoring.notify.ReceiverBook;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;

/** The services put together by hand, for tests. */
public final class WebhookServices {
    private WebhookServices() {}

    public static Channel channel(
            WebhookBook book, Sealing sealing, Calling calling, Installation installation, InstantSource clock) {
        var channel = new WebhookChannel();
        channel.book = book;
        channel.sealing = sealing;
        channel.calling = calling;
        channel.installation = installation;
        channel.clock = clock;
        return channel;
    }

    public static Webhooks webhooks(
            WebhookBook book,
            Outbox outbox,
            ReceiverBook receivers,
            Deliveries deliveries,
            Sealing sealing,
            Installation installation,
            Catalog catalog,
            AuditTrail trail,
            InstantSource clock) {
        var webhooks = new Webhooks();
        webhooks.book = book;
        webhooks.outbox = outbox;
        webhooks.receivers = receivers;
        webhooks.deliveries = deliveries;
        webhooks.sealing = sealing;
        webhooks.installation = installation;
        webhooks.catalog = catalog;
        webhooks.trail = trail;
        webhooks.clock = clock;
        return webhooks;
    }
}
