package org.overread.monitoring.notify.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where webhooks and their secrets are kept. */
public interface WebhookBook {
    void add(Webhook webhook, Secrets secrets);

    /** Keeps how a known one stands now. */
    void keep(Webhook webhook);

    void keep(UUID webhook, Secrets secrets);

    Optional<Webhook> find(UUID id);

    Optional<Secrets> secrets(UUID id);

    /** Those that are not removed, by name. */
    List<Webhook> all();
}
