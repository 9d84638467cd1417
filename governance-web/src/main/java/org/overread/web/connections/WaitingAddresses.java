package org.overread.web.connections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Receiver;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;

/** Addresses that were given up wait for those who look after the connections; one's own for oneself. */
@ApplicationScoped
class WaitingAddresses implements WaitingWork {
    @Inject
    Deliveries deliveries;

    @Override
    public String heading() {
        return "Addresses given up";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        var mine = deliveries.standing(person, new Destination.Person(person.personId()));
        return Stream.concat(
                        Stream.of(mine).filter(Receiver::givenUp).map(each -> waiting("you", each, "my-notices")),
                        others(person)
                                .filter(each -> !each.to().equals(mine.to()))
                                .map(each -> waiting(deliveries.name(each.to()), each, "connections")))
                .toList();
    }

    private Stream<Receiver> others(Actor.Person person) {
        return person.mayEverywhere(Permission.MANAGE_CONNECTIONS)
                ? deliveries.addressesGivenUp(person).stream()
                : Stream.empty();
    }

    private static Waiting waiting(String name, Receiver lost, String link) {
        return new Waiting(
                "Nothing is sent to %s any more. %s".formatted(name, Objects.requireNonNullElse(lost.reason(), "")),
                link,
                Objects.requireNonNullElse(lost.givenUpAt(), Instant.EPOCH));
    }
}
