package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Attempt;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Notice;
import org.overread.monitoring.notify.Receiver;
import org.overread.monitoring.notify.webhook.Webhook;

/** How webhooks and what was sent to them look to machines. */
final class WebhookShapes {
    private WebhookShapes() {}

    /**
     * A webhook; the secret only in the answer that makes it.
     *
     * @param state ACTIVE, PAUSED, or GIVEN_UP: its address did not work, and nothing is sent there until it is retried
     * @param reason why it was given up
     */
    public record WebhookShape(
            String id,
            String name,
            String address,
            List<String> models,
            String state,
            String addedBy,
            Instant addedAt,
            @Nullable String reason,
            @Nullable String secret) {
        static WebhookShape of(Webhook webhook, Receiver standing, @Nullable String secret) {
            return new WebhookShape(
                    webhook.id().toString(),
                    webhook.name(),
                    webhook.address().toString(),
                    webhook.models(),
                    state(webhook, standing),
                    webhook.addedByName(),
                    webhook.addedAt(),
                    standing.givenUp() ? standing.reason() : null,
                    secret);
        }

        private static String state(Webhook webhook, Receiver standing) {
            return webhook.pausedAt() != null ? "PAUSED" : standing.givenUp() ? "GIVEN_UP" : "ACTIVE";
        }
    }

    /** One notice on its way there, or arrived. */
    public record DeliveryShape(
            String id,
            String type,
            @Nullable String alert,
            String state,
            Instant createdAt,
            @Nullable Instant nextAt,
            List<Attempt> attempts) {
        static DeliveryShape of(Delivery delivery) {
            Notice.@Nullable About about = delivery.notice().alert();
            return new DeliveryShape(
                    delivery.id().toString(),
                    delivery.notice().kind().type(),
                    about == null ? null : about.id().toString(),
                    delivery.state().name(),
                    delivery.createdAt(),
                    delivery.state() == Delivery.State.WAITING ? delivery.nextAt() : null,
                    delivery.attempts());
        }
    }

    /** Of which models a webhook is to hear; all when missing or empty. */
    public record ModelsShape(@Nullable List<? extends @Nullable String> models) {}
}
