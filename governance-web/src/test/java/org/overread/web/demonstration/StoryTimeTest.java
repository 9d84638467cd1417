package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.overread.web.shell.Clock;

class StoryTimeTest {
    private static final Instant THEN = Instant.parse("2025-06-01T08:00:00Z");

    @Test
    void goesOnASecondPerLookAndEndsWithTheHappening() {
        StoryTime.at(THEN, () -> {
            InstantSource clock = Clock.STORY.get();
            assertThat(clock.instant()).isEqualTo(THEN.plusSeconds(1));
            assertThat(clock.instant()).isEqualTo(THEN.plusSeconds(2));
        });

        assertThat(Clock.STORY.isBound()).isFalse();
    }
}
