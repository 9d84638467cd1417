package org.overread.monitoring.notify.store;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.monitoring.notify.webhook.Secrets;
import org.overread.monitoring.notify.webhook.Webhook;
import org.overread.monitoring.notify.webhook.WebhookBook;

@ApplicationScoped
class JpaWebhookBook implements WebhookBook {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void add(Webhook webhook, Secrets secrets) {
        entities.persist(WebhookRow.of(webhook, secrets));
    }

    @Override
    public void keep(Webhook webhook) {
        requireNonNull(entities.find(WebhookRow.class, webhook.id())).take(webhook);
    }

    @Override
    public void keep(UUID webhook, Secrets secrets) {
        requireNonNull(entities.find(WebhookRow.class, webhook)).take(secrets);
    }

    @Override
    public Optional<Webhook> find(UUID id) {
        return Optional.ofNullable(entities.find(WebhookRow.class, id)).map(WebhookRow::webhook);
    }

    @Override
    public Optional<Secrets> secrets(UUID id) {
        return Optional.ofNullable(entities.find(WebhookRow.class, id)).map(WebhookRow::secrets);
    }

    @Override
    public List<Webhook> all() {
        return entities.createQuery(
                        "select w from WebhookRow w where w.removedAt is null order by lower(w.name), w.id",
                        WebhookRow.class)
                .getResultStream()
                .map(WebhookRow::webhook)
                .toList();
    }
}
