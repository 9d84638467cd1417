package org.overread.monitoring.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
    private static final int SHOWN = 50;

    @Inject
    Outbox outbox;

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
        return outbox.in(Delivery.State.GIVEN_UP, 4 * SHOWN);
    }

    /** The last ones to one receiver, the newest first. */
    public List<Delivery> to(Actor actor, Destination to) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS);
        return outbox.to(to, SHOWN);
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
        var found = outbox.find(id)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such delivery"));
        switch (found.state()) {
            case WAITING -> throw new GovernanceException(ErrorCode.CONFLICT, "It is on its way already");
            case DROPPED ->
                throw new GovernanceException(
                        ErrorCode.CONFLICT, "Its receiver has been removed; nothing is sent there");
            case DELIVERED, GIVEN_UP -> {}
        }
        var again = found.again(clock.instant().truncatedTo(ChronoUnit.MICROS));
        outbox.keep(again);
        trail.append(
                actor,
                new Deed(
                        "notice.sent-again",
                        "delivery",
                        id.toString(),
                        null,
                        "had a notice sent again to " + name(found.to()),
                        Map.of("notice", found.notice().id().toString())));
        return again;
    }
}
