package org.overread.monitoring.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/** What was sent, what waits, and what was given up, for those who look after the connections. */
@ApplicationScoped
@Transactional
public class Deliveries {
    /** How many deliveries are listed, the last ones. */
    public static final int SHOWN = 50;

    /** How many of those that were given up are listed, the last ones. */
    public static final int GIVEN_UP_SHOWN = 200;

    @Inject
    Outbox outbox;

    @Inject
    ReceiverBook receivers;

    @Inject
    @Any
    Instance<Channel> channels;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** The last ones, the newest first. */
    public List<Delivery> latest(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return outbox.latest(SHOWN);
    }

    /** Those that nobody tries any more, the newest first. */
    public List<Delivery> givenUp(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return outbox.in(Delivery.State.GIVEN_UP, GIVEN_UP_SHOWN);
    }

    /** How many are in that state, for those who watch the server. */
    public long count(Actor actor, Delivery.State state) {
        actor.mustBeAllowedEverywhere(Permission.WATCH_SERVER);
        return outbox.count(state);
    }

    /** How many addresses nothing is sent to any more, for those who watch the server. */
    public long countAddressesGivenUp(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.WATCH_SERVER);
        return receivers.givenUp().size();
    }

    /** The last ones to one receiver, the newest first. */
    public List<Delivery> to(Actor actor, Destination to) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return outbox.to(to, SHOWN);
    }

    /** The addresses that nothing is sent to any more, the latest first. */
    public List<Receiver> addressesGivenUp(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return receivers.givenUp();
    }

    /** How it stands with one receiver, for those who look after the connections and for the person who is told. */
    public Receiver standing(Actor actor, Destination to) {
        if (!(to instanceof Destination.Person person && person.id().toString().equals(actor.id()))) {
            actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        }
        return receivers.find(to);
    }

    /**
     * Has an address tried again that was given up, with all that was given up with it.
     *
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} when it was not given up
     */
    public int tryAgain(Actor actor, Destination to) {
        var since = standing(actor, to).givenUpAt();
        if (since == null) {
            throw new GovernanceException(ErrorCode.CONFLICT, "This address was not given up");
        }
        receivers.keep(Receiver.good(to));
        int again = outbox.again(to, since, now());
        trail.append(
                actor,
                new Deed(
                        "receiver.tried-again",
                        "receiver",
                        to.key(),
                        null,
                        "had the address of " + name(to) + " tried again",
                        Map.of("deliveries", String.valueOf(again))));
        return again;
    }

    /** The receiver as people know them. */
    public String name(Destination to) {
        return channels.stream()
                .filter(channel -> channel.leadsTo(to))
                .findFirst()
                .map(channel -> channel.name(to))
                .orElse(to.key());
    }

    /**
     * Puts a delivery on its way once more, under the same id.
     *
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} when it is on its way, or its receiver is gone
     */
    public Delivery sendAgain(Actor actor, UUID id) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        var found = found(id);
        switch (found.state()) {
            case WAITING -> throw new GovernanceException(ErrorCode.CONFLICT, "It is on its way already");
            case DROPPED ->
                throw new GovernanceException(
                        ErrorCode.CONFLICT, "It was let go, or its receiver was removed: nothing is sent there");
            case DELIVERED, GIVEN_UP -> {}
        }
        var again = found.again(now());
        outbox.keep(again);
        receivers.keep(Receiver.good(again.to()));
        record(actor, "sent-again", again, "had a notice sent again to ");
        return again;
    }

    /**
     * Lets go of a delivery that was given up: somebody has seen it, and it need not arrive.
     *
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} when it was not given up
     */
    public Delivery letGo(Actor actor, UUID id) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        var found = found(id);
        if (found.state() != Delivery.State.GIVEN_UP) {
            throw new GovernanceException(ErrorCode.CONFLICT, "Only what was given up can be let go");
        }
        var gone = found.letGo(now());
        outbox.keep(gone);
        record(actor, "let-go", gone, "let go of a notice that was given up, to ");
        return gone;
    }

    /**
     * What was sent to that destination, however long ago.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_FOUND} when there is none, or it went elsewhere
     */
    public Delivery to(Actor actor, Destination destination, UUID id) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return outbox.find(id)
                .filter(found -> found.to().equals(destination))
                .orElseThrow(() ->
                        new GovernanceException(ErrorCode.NOT_FOUND, "There is no such delivery to this receiver."));
    }

    private Delivery found(UUID id) {
        return outbox.find(id)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such delivery"));
    }

    private void record(Actor actor, String action, Delivery delivery, String sentence) {
        trail.append(
                actor,
                new Deed(
                        "notice." + action,
                        "delivery",
                        delivery.id().toString(),
                        null,
                        sentence + name(delivery.to()),
                        Map.of("notice", delivery.notice().id().toString())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
