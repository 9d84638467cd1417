package org.overread.monitoring.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.Delivery.State;

class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Answer AWAY = new Answer.Later("away");
    private static final Delivery BEGUN =
            Delivery.test(new UUID(1, 1), new UUID(1, 2), Destination.of("webhook:" + new UUID(1, 3)), NOON);

    @Test
    @DisplayName("F4: a failed delivery waits four times as long each time, at most 12 hours, and ends after 8 tries")
    void waitsLongerAndLonger() {
        var waits = new ArrayList<Duration>();
        var delivery = BEGUN;
        var now = NOON;
        while (delivery.state() == State.WAITING) {
            delivery = delivery.after(AWAY, now);
            waits.add(Duration.between(now, delivery.nextAt()));
            now = delivery.nextAt();
        }

        assertThat(delivery.state()).isEqualTo(State.GIVEN_UP);
        assertThat(delivery.attempts()).hasSize(8).extracting(Attempt::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(waits.subList(0, 7))
                .isEqualTo(List.of(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(32),
                        Duration.ofMinutes(128),
                        Duration.ofMinutes(512),
                        Duration.ofHours(12)));
    }

    @Test
    void endsAtOnceWhenTryingAgainIsOfNoUse() {
        assertThat(BEGUN.after(new Answer.Never("gone"), NOON).state()).isEqualTo(State.GIVEN_UP);
    }

    @Test
    @DisplayName(
            "F4: what was given up and is sent again keeps its id and its attempts, and has all its tries once more")
    void beginsAnewUnderTheSameId() {
        var again = BEGUN.after(new Answer.Never("gone"), NOON).again(NOON.plusSeconds(60));

        assertThat(again.id()).isEqualTo(BEGUN.id());
        assertThat(again.state()).isEqualTo(State.WAITING);
        assertThat(again.tries()).isZero();
        assertThat(again.after(new Answer.Delivered("taken"), NOON).attempts())
                .extracting(Attempt::number, Attempt::delivered)
                .containsExactly(tuple(1, false), tuple(2, true));
    }
}
