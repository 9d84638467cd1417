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
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/**
 * Sends what waits, one delivery in one transaction that holds the receiver's turn: whatever other servers do, a receiver
 * hears one thing at a time. A crash between the receiver's answer and the end of the transaction sends the same delivery
 * once more, under the same id.
 */
@ApplicationScoped
@Transactional
public class Sending {
    private static final Actor.Product PRODUCT = new Actor.Product("notices");

    @Inject
    Outbox outbox;

    @Inject
    @Any
    Instance<Channel> channels;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** To whom something is to be sent now. */
    public List<Destination> due() {
        return outbox.due(now()).stream()
                .filter(to -> channel(to).filter(channel -> channel.open(to)).isPresent())
                .toList();
    }

    /**
     * Tries what waits longest for that receiver.
     *
     * @return whether it was delivered, so that it is worth going on; a receiver that fails is left alone for now
     */
    public boolean sendNext(Destination to) {
        if (!outbox.tryTurn(to)) {
            return false;
        }
        return outbox.next(to, now())
                .flatMap(delivery -> channel(to).map(channel -> sent(channel, delivery)))
                .orElse(false);
    }

    private boolean sent(Channel channel, Delivery delivery) {
        var answer = channel.send(delivery);
        var after = delivery.after(answer, now());
        outbox.keep(after);
        if (after.state() == Delivery.State.GIVEN_UP) {
            trail.append(PRODUCT, givenUp(after, channel.name(after.to())));
        }
        return answer instanceof Answer.Delivered;
    }

    private static Deed givenUp(Delivery delivery, String name) {
        var alert = delivery.notice().alert();
        return new Deed(
                "notice.given-up",
                "delivery",
                delivery.id().toString(),
                alert == null ? null : alert.version().model(),
                "gave up telling %s: %s"
                        .formatted(name, delivery.notice().kind().title().toLowerCase(java.util.Locale.ROOT)),
                Map.of("tries", String.valueOf(delivery.tries())));
    }

    private Optional<Channel> channel(Destination to) {
        return channels.stream().filter(channel -> channel.leadsTo(to)).findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
