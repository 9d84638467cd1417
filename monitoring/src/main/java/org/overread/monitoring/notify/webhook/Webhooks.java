package org.overread.monitoring.notify.webhook;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.Outbox;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/** The systems that are called when something happens to an alert, each with a secret that signs what it is sent. */
@ApplicationScoped
@Transactional
public class Webhooks {
    /** So that a secret that leaked into a file can be found and known for what it is. */
    private static final String PREFIX = "whsec_";

    private static final int SECRET_BYTES = 32;
    private static final Duration OLD_SECRET_SIGNS = Duration.ofDays(1);

    @Inject
    WebhookBook book;

    @Inject
    Outbox outbox;

    @Inject
    Deliveries deliveries;

    @Inject
    Sealing sealing;

    @Inject
    Installation installation;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    private final SecureRandom random = new SecureRandom();

    /** Those that are not removed, by name. */
    public List<Webhook> all(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return book.all();
    }

    public Webhook webhook(Actor actor, UUID id) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return found(id);
    }

    /** Why none can be added, with the remedy; empty when one can. */
    public Optional<String> obstacle() {
        return sealing.obstacle();
    }

    /** Adds one and gives out its secret. */
    public IssuedSecret add(Actor actor, WebhookDraft draft) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        GovernanceException.refuse("This webhook cannot be added yet.", draft.problems(installation.plainWebhooks()));
        mustSeal();
        var webhook = new Webhook(
                UUID.randomUUID(),
                requireNonNull(draft.name()).strip(),
                draft.uri().orElseThrow(),
                actor.id(),
                actor.name(),
                now(),
                null,
                null);
        var secret = newSecret();
        book.add(webhook, new Secrets(sealing.seal(webhook.id(), secret), null, null));
        record(actor, "added", webhook, "added the webhook " + webhook.name());
        return new IssuedSecret(webhook, secret);
    }

    /** Gives it a new secret. The one before signs too for a day, so that the receiver can change over. */
    public IssuedSecret rotate(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        mustSeal();
        var secret = newSecret();
        var before = book.secrets(id).orElseThrow();
        book.keep(id, new Secrets(sealing.seal(id, secret), before.current(), now().plus(OLD_SECRET_SIGNS)));
        record(actor, "secret-rotated", webhook, "gave the webhook " + webhook.name() + " a new secret");
        return new IssuedSecret(webhook, secret);
    }

    /** Calls it no more until {@link #resume}; what happens meanwhile is never sent to it. */
    public Webhook pause(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        return webhook.pausedAt() != null
                ? webhook
                : changed(actor, standing(webhook, now(), null), "paused", "paused the webhook ");
    }

    /** Calls it again from now on. */
    public Webhook resume(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        return webhook.pausedAt() == null
                ? webhook
                : changed(actor, standing(webhook, null, null), "resumed", "resumed the webhook ");
    }

    /** Calls it never again, and lets go of what waits for it. */
    public void remove(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        outbox.drop(webhook.destination());
        changed(actor, standing(webhook, webhook.pausedAt(), now()), "removed", "removed the webhook ");
    }

    /** Puts a test on its way to it. */
    public Delivery test(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        if (!webhook.active()) {
            throw new GovernanceException(ErrorCode.CONFLICT, "It is paused; resume it first");
        }
        var delivery = Delivery.test(UUID.randomUUID(), UUID.randomUUID(), webhook.destination(), now());
        outbox.add(delivery.notice(), List.of(delivery));
        record(actor, "tested", webhook, "sent a test to the webhook " + webhook.name());
        return delivery;
    }

    /** What was last sent to it, the newest first. */
    public List<Delivery> deliveries(Actor actor, UUID id) {
        return deliveries.to(actor, webhook(actor, id).destination());
    }

    private static Webhook standing(Webhook webhook, @Nullable Instant pausedAt, @Nullable Instant removedAt) {
        return new Webhook(
                webhook.id(),
                webhook.name(),
                webhook.address(),
                webhook.addedBy(),
                webhook.addedByName(),
                webhook.addedAt(),
                pausedAt,
                removedAt);
    }

    private Webhook changed(Actor actor, Webhook webhook, String action, String sentence) {
        book.keep(webhook);
        record(actor, action, webhook, sentence + webhook.name());
        return webhook;
    }

    private Webhook found(UUID id) {
        return book.find(id)
                .filter(webhook -> webhook.removedAt() == null)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such webhook"));
    }

    private void mustSeal() {
        sealing.obstacle().ifPresent(reason -> {
            throw new GovernanceException(ErrorCode.CONFLICT, reason);
        });
    }

    private String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    private void record(Actor actor, String action, Webhook webhook, String sentence) {
        trail.append(
                actor,
                new Deed(
                        "webhook." + action,
                        "webhook",
                        webhook.id().toString(),
                        null,
                        sentence,
                        Map.of("host", webhook.address().getHost())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
