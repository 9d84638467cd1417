package org.overread.monitoring.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/** What is kept before a try and after it, each in a short transaction of its own. */
@ApplicationScoped
@Transactional
class Postings {
    private static final Actor.Product PRODUCT = new Actor.Product("notices");

    /** A turn outlives the try it was taken for by that much, so that none ends before what came of it is kept. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

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

    List<Destination> due() {
        return outbox.due(now()).stream()
                .filter(to -> channel(to).filter(channel -> channel.open(to)).isPresent())
                .toList();
    }

    Optional<Channel.Lane> lane(Destination to) {
        return channel(to).map(Channel::lane);
    }

    /** Takes the turn and what waits longest; empty when another has the turn, or nothing waits that can be sent. */
    Optional<Posting> begin(Destination to) {
        var now = now();
        var channel = channel(to).orElse(null);
        if (channel == null || receivers.find(to).givenUp()) {
            sweep(to, channel, now);
            return Optional.empty();
        }
        var until = now.plus(channel.patience()).plus(MARGIN);
        if (!receivers.tryTurn(to, now, until)) {
            return Optional.empty();
        }
        var posting = outbox.next(to, now).map(delivery -> new Posting(delivery, channel.attempt(delivery), until));
        if (posting.isEmpty()) {
            receivers.endTurn(to, until);
        }
        return posting;
    }

    /** Keeps what came of it, and gives the turn back. */
    void end(Posting posting, Answer answer) {
        var now = now();
        var to = posting.delivery().to();
        var channel = channel(to).orElse(null);
        var after = outbox.locked(posting.delivery().id()).after(answer, now);
        outbox.keep(after);
        if (after.state() == Delivery.State.GIVEN_UP) {
            trail.append(PRODUCT, givenUp(after, name(to, channel)));
        }
        var receiver = receivers.find(to).after(answer, now);
        receivers.keep(receiver);
        if (receiver.givenUp()) {
            trail.append(PRODUCT, addressGivenUp(receiver, name(to, channel)));
            sweep(to, channel, now);
        }
        receivers.endTurn(to, posting.turnUntil());
    }

    /** Nothing waits for an address that was given up: it is given up with it, where people can see it. */
    private void sweep(Destination to, @Nullable Channel channel, Instant now) {
        int swept = outbox.giveUp(to, now);
        if (swept > 0) {
            trail.append(
                    PRODUCT,
                    new Deed(
                            "notice.given-up",
                            "receiver",
                            to.key(),
                            null,
                            "gave up telling %s, whose address was given up: %,d notices"
                                    .formatted(name(to, channel), swept),
                            Map.of("deliveries", String.valueOf(swept))));
        }
    }

    private static Deed givenUp(Delivery delivery, String name) {
        var alert = delivery.notice().alert();
        return new Deed(
                "notice.given-up",
                "delivery",
                delivery.id().toString(),
                alert == null ? null : alert.version().model(),
                "gave up telling %s: %s"
                        .formatted(name, delivery.notice().kind().title().toLowerCase(Locale.ROOT)),
                Map.of("tries", String.valueOf(delivery.tries())));
    }

    private static Deed addressGivenUp(Receiver receiver, String name) {
        return new Deed(
                "receiver.given-up",
                "receiver",
                receiver.to().key(),
                null,
                "gave up the address of " + name,
                Map.of("reason", String.valueOf(receiver.reason())));
    }

    private static String name(Destination to, @Nullable Channel channel) {
        return channel == null ? to.key() : channel.name(to);
    }

    private Optional<Channel> channel(Destination to) {
        return channels.stream().filter(channel -> channel.leadsTo(to)).findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
