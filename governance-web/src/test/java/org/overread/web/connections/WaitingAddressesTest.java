package org.overread.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Receiver;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;
import org.overread.web.foryou.Waiting;

class WaitingAddressesTest {
    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");
    private static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    private static final Actor.Person MIRA = Actors.person("mira", Role.MODEL_OWNER);
    private static final Destination PAGER = new Destination.Webhook(new UUID(1, 1));

    private final WaitingAddresses waiting = new WaitingAddresses();
    private final List<Receiver> lost = new ArrayList<>();

    @BeforeEach
    void wire() {
        waiting.deliveries = new Deliveries() {
            @Override
            public List<Receiver> addressesGivenUp(Actor actor) {
                return lost;
            }

            @Override
            public Receiver standing(Actor actor, Destination to) {
                return lost.stream()
                        .filter(each -> each.to().equals(to))
                        .findFirst()
                        .orElseGet(() -> Receiver.good(to));
            }

            @Override
            public String name(Destination to) {
                return "Pager";
            }
        };
    }

    @Test
    @DisplayName("D2: an address that was given up waits for who may mend it: the administrator, and oneself")
    void waitsForWhoMayMendIt() {
        lost.add(new Receiver(PAGER, MONDAY, MONDAY, "It answered 404."));
        lost.add(new Receiver(new Destination.Person(MIRA.personId()), null, MONDAY, "There is no such mailbox."));

        assertThat(waiting.of(ADMIN))
                .hasSize(2)
                .first()
                .isEqualTo(new Waiting("Nothing is sent to Pager any more. It answered 404.", "connections", MONDAY));
        assertThat(waiting.of(MIRA))
                .containsExactly(new Waiting(
                        "Nothing is sent to you any more. There is no such mailbox.", "my-notices", MONDAY));
    }

    @Test
    void nothingWaitsWhileEveryAddressWorks() {
        assertThat(waiting.of(ADMIN)).isEmpty();
        assertThat(waiting.of(MIRA)).isEmpty();
    }
}
