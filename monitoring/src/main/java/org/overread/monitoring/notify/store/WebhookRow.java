package org.overread.monitoring.notify.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.webhook.Secrets;
import org.overread.monitoring.notify.webhook.Webhook;

/** A webhook at rest, with its secrets encrypted. */
@Entity
@Table(schema = "monitoring", name = "webhook")
class WebhookRow {
    @Id
    UUID id = new UUID(0, 0);

    String name = "";
    String address = "";
    String[] models = {};
    byte[] secret = {};

    @Column(name = "previous_secret")
    byte @Nullable [] previousSecret;

    @Nullable @Column(name = "previous_until")
    Instant previousUntil;

    @Column(name = "added_by")
    String addedBy = "";

    @Column(name = "added_by_name")
    String addedByName = "";

    @Column(name = "added_at")
    Instant addedAt = Instant.EPOCH;

    @Nullable @Column(name = "paused_at")
    Instant pausedAt;

    @Nullable @Column(name = "removed_at")
    Instant removedAt;

    static WebhookRow of(Webhook webhook, Secrets secrets) {
        var row = new WebhookRow();
        row.id = webhook.id();
        row.name = webhook.name();
        row.address = webhook.address().toString();
        row.addedBy = webhook.addedBy();
        row.addedByName = webhook.addedByName();
        row.addedAt = webhook.addedAt();
        row.take(webhook);
        row.take(secrets);
        return row;
    }

    void take(Webhook webhook) {
        models = webhook.models().toArray(String[]::new);
        pausedAt = webhook.pausedAt();
        removedAt = webhook.removedAt();
    }

    void take(Secrets secrets) {
        secret = secrets.current();
        previousSecret = secrets.previous();
        previousUntil = secrets.previousUntil();
    }

    Webhook webhook() {
        return new Webhook(
                id, name, URI.create(address), List.of(models), addedBy, addedByName, addedAt, pausedAt, removedAt);
    }

    Secrets secrets() {
        return new Secrets(secret, previousSecret, previousUntil);
    }
}
