package org.overread.monitoring.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Destination PAGER = new Destination.Webhook(new UUID(1, 3));
    private static final Receiver GOOD = Receiver.good(PAGER);
    private static final Answer UNKNOWN = new Answer.Doubtful("The name of its host is not known here.");

    @Test
    @DisplayName(
            "D2: an address that gave nothing but doubtful answers for 20 hours is given up, with what it last said")
    void isGivenUpAfterTwentyHours() {
        var doubtful = GOOD.after(UNKNOWN, NOON);
        var later = doubtful.after(UNKNOWN, NOON.plus(Duration.ofHours(20)).minusMillis(1));
        var over = NOON.plus(Duration.ofHours(20));

        assertThat(later.givenUp()).isFalse();
        assertThat(later.after(UNKNOWN, over)).isEqualTo(new Receiver(PAGER, NOON, over, UNKNOWN.words()));
    }

    @Test
    @DisplayName("D2: a day in which it answered otherwise, even with a failure, begins anew")
    void isNotGivenUpWhenSomethingAnswers() {
        var doubtful = GOOD.after(UNKNOWN, NOON);

        assertThat(doubtful.after(new Answer.Later("It answered 503."), NOON.plusSeconds(60)))
                .isEqualTo(GOOD);
        assertThat(doubtful.after(new Answer.Delivered("It answered 204."), NOON.plus(Duration.ofDays(3))))
                .isEqualTo(GOOD);
    }

    @Test
    @DisplayName("D2: an address that says it wants to hear nothing more is given up at once")
    void isGivenUpAtOnce() {
        assertThat(GOOD.after(new Answer.Never("It answered 410."), NOON).givenUp())
                .isTrue();
    }
}
