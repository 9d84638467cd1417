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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.Outbox;
import org.overread.monitoring.notify.Receiver;
import org.overread.monitoring.notify.ReceiverBook;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.RegisteredModel;

/** The systems that are called when something happens to an alert, each with a secret that signs what it is sent. */
@ApplicationScoped
@Transactional
public class Webhooks {
    /** So that a secret that leaked into a file can be found and known for what it is. */
    private static final String PREFIX = "whsec_";

    private static final Actor.Product PRODUCT = new Actor.Product("notices");
    private static final int SECRET_BYTES = 32;
    private static final Duration OLD_SECRET_SIGNS = Duration.ofDays(1);

    @Inject
    WebhookBook book;

    @Inject
    Outbox outbox;

    @Inject
    ReceiverBook receivers;

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

    @Inject
    Catalog catalog;

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

    /** Of which models a webhook can hear, by name. */
    public List<RegisteredModel> models(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return catalog.models(PRODUCT);
    }

    /** Adds one and gives out its secret. */
    public IssuedSecret add(Actor actor, WebhookDraft draft) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        GovernanceException.refuse(
                "This webhook cannot be added yet.",
                new FieldProblems()
                        .and(draft.problems(installation.plainWebhooks()))
                        .and(unknown(draft.models()))
                        .list());
        mustSeal();
        var webhook = new Webhook(
                UUID.randomUUID(),
                requireNonNull(draft.name()).strip(),
                draft.uri().orElseThrow(),
                named(draft.models()),
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

    /**
     * Tells it from now on of these models only.
     *
     * @param models all when missing or empty
     */
    public Webhook tellOf(Actor actor, UUID id, @Nullable List<? extends @Nullable String> models) {
        var webhook = webhook(actor, id);
        GovernanceException.refuse("This cannot be told to a webhook.", unknown(models));
        var changed = webhook.tellingOf(named(models));
        return changed.equals(webhook)
                ? webhook
                : changed(actor, changed, "models-chosen", "chose the models for the webhook ");
    }

    /** Calls it no more until {@link #resume}; what happens meanwhile is never sent to it. */
    public Webhook pause(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        return webhook.pausedAt() != null
                ? webhook
                : changed(actor, webhook.standing(now(), null), "paused", "paused the webhook ");
    }

    /** Calls it again from now on. */
    public Webhook resume(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        return webhook.pausedAt() == null
                ? webhook
                : changed(actor, webhook.standing(null, null), "resumed", "resumed the webhook ");
    }

    /** Calls it never again, and lets go of what waits for it. */
    public void remove(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        outbox.drop(webhook.destination());
        receivers.keep(Receiver.good(webhook.destination()));
        changed(actor, webhook.standing(webhook.pausedAt(), now()), "removed", "removed the webhook ");
    }

    /** Puts a test on its way to it. */
    public Delivery test(Actor actor, UUID id) {
        var webhook = webhook(actor, id);
        if (!webhook.active()) {
            throw new GovernanceException(ErrorCode.CONFLICT, "It is paused; resume it first");
        }
        var delivery = Delivery.test(TimeOrderedIds.next(), TimeOrderedIds.next(), webhook.destination(), now());
        outbox.add(delivery.notice(), List.of(delivery));
        receivers.keep(Receiver.good(webhook.destination()));
        record(actor, "tested", webhook, "sent a test to the webhook " + webhook.name());
        return delivery;
    }

    /** What was last sent to it, the newest first. */
    public List<Delivery> deliveries(Actor actor, UUID id) {
        return deliveries.to(actor, webhook(actor, id).destination());
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

    private List<FieldProblem> unknown(@Nullable List<? extends @Nullable String> models) {
        var known = catalog.models(PRODUCT).stream().map(RegisteredModel::id).collect(Collectors.toSet());
        return given(models).stream()
                .filter(model -> model == null || !known.contains(model))
                .map(model -> new FieldProblem("models", "names no model: " + model))
                .toList();
    }

    private static List<String> named(@Nullable List<? extends @Nullable String> models) {
        return given(models).stream().map(Objects::requireNonNull).toList();
    }

    private static List<? extends @Nullable String> given(@Nullable List<? extends @Nullable String> models) {
        return models == null ? List.of() : models;
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
                        Map.of("host", webhook.address().getHost(), "models", String.join(", ", webhook.models()))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
