package org.overread.monitoring.notify.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Channel;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.NoticeKind;

/** Calls every webhook that is not paused and hears of the model. What happens while one is paused is never sent to it. */
@ApplicationScoped
class WebhookChannel implements Channel {
    @Inject
    WebhookBook book;

    @Inject
    Sealing sealing;

    @Inject
    Calling calling;

    @Inject
    Installation installation;

    @Inject
    InstantSource clock;

    @Override
    public List<Destination> receivers(NoticeKind kind, AlertFile alert, String by) {
        return book.all().stream()
                .filter(webhook ->
                        webhook.active() && webhook.hearsOf(alert.version().model()))
                .map(Webhook::destination)
                .toList();
    }

    @Override
    public boolean leadsTo(Destination to) {
        return to instanceof Destination.Webhook;
    }

    @Override
    public boolean open(Destination to) {
        return webhook(to).filter(Webhook::active).isPresent();
    }

    @Override
    public String name(Destination to) {
        return webhook(to).map(Webhook::name).orElse(to.key());
    }

    @Override
    public Lane lane() {
        return new Lane("webhooks", 16);
    }

    @Override
    public Duration patience() {
        return calling.patience();
    }

    @Override
    public Supplier<Answer> attempt(Delivery delivery) {
        return webhook(delivery.to())
                .filter(webhook -> webhook.removedAt() == null)
                .map(webhook -> attempt(webhook, delivery))
                .orElseGet(() -> () -> new Answer.Never("The webhook has been removed."));
    }

    private Supplier<Answer> attempt(Webhook webhook, Delivery delivery) {
        var now = clock.instant();
        var alert = delivery.notice().alert();
        var link = alert == null ? Optional.<URI>empty() : installation.page("alerts/" + alert.id());
        try {
            var secrets = secrets(webhook, now);
            return () -> calling.call(webhook.address(), delivery, secrets, link, now);
        } catch (IllegalStateException e) {
            return () -> new Answer.Later("Its secret cannot be opened with the key of this installation. Set"
                    + " OVERREAD_SECRET_KEY_FILE to the key it was added with, or give it a new secret.");
        }
    }

    private List<String> secrets(Webhook webhook, Instant now) {
        var kept = book.secrets(webhook.id()).orElseThrow();
        var opened = new ArrayList<String>();
        opened.add(sealing.open(webhook.id(), kept.current()));
        var previous = kept.previous();
        if (previous != null && kept.previousUntil() != null && now.isBefore(kept.previousUntil())) {
            opened.add(sealing.open(webhook.id(), previous));
        }
        return opened;
    }

    private Optional<Webhook> webhook(Destination to) {
        return to instanceof Destination.Webhook webhook ? book.find(webhook.id()) : Optional.empty();
    }
}
