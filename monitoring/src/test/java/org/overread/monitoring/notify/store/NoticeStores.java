package org.overread.monitoring.notify.store;

import jakarta.persistence.EntityManager;
import org.overread.monitoring.notify.Outbox;
import org.overread.monitoring.notify.ReceiverBook;
import org.overread.monitoring.notify.mail.AddressBook;
import org.overread.monitoring.notify.webhook.WebhookBook;

/** Puts the stores together by hand, for tests. */
public final class NoticeStores {
    private NoticeStores() {}

    public static Outbox outbox(EntityManager entities) {
        var outbox = new JpaOutbox();
        outbox.entities = entities;
        return outbox;
    }

    public static ReceiverBook receivers(EntityManager entities) {
        var book = new JpaReceiverBook();
        book.entities = entities;
        return book;
    }

    public static WebhookBook webhooks(EntityManager entities) {
        var book = new JpaWebhookBook();
        book.entities = entities;
        return book;
    }

    public static AddressBook addresses(EntityManager entities) {
        var book = new JpaAddressBook();
        book.entities = entities;
        return book;
    }
}
