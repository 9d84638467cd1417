package org.overread.monitoring.notify.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Destination;

/**
 * A system that is called when something happens to an alert.
 *
 * @param models of which it hears, in the order of their names; none stands for all
 * @param pausedAt since when it is not called; null while it is
 * @param removedAt since when it is gone for good; null while it is not
 */
public record Webhook(
        UUID id,
        String name,
        URI address,
        List<String> models,
        String addedBy,
        String addedByName,
        Instant addedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant removedAt) {

    public Webhook {
        models = models.stream().sorted().distinct().toList();
    }

    /** Whether it is called. */
    public boolean active() {
        return pausedAt == null && removedAt == null;
    }

    /** Whether it is to be told of that model. */
    boolean hearsOf(String model) {
        return models.isEmpty() || models.contains(model);
    }

    Webhook tellingOf(List<String> otherModels) {
        return new Webhook(id, name, address, otherModels, addedBy, addedByName, addedAt, pausedAt, removedAt);
    }

    Webhook standing(@Nullable Instant paused, @Nullable Instant removed) {
        return new Webhook(id, name, address, models, addedBy, addedByName, addedAt, paused, removed);
    }

    /** What its deliveries are addressed to. */
    public Destination destination() {
        return new Destination.Webhook(id);
    }
}
