package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.demonstration.Timeline.Happening;
import org.overread.web.shell.Clock;

class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Timeline timeline = new Timeline();
    private final List<String> told = new ArrayList<>();

    @Test
    @DisplayName("E3: the story is told in the order of time, and at its time")
    void tellsInOrder() {
        timeline.plan(NOON.plusSeconds(60), () -> tell("later"));
        timeline.plan(List.of(new Happening(NOON, () -> tell("noon")), new Happening(NOON, () -> tell("noon, after"))));

        timeline.tell((number, of, _) -> told.add(number + " of " + of));

        assertThat(told)
                .containsExactly(
                        "0 of 3",
                        "noon 2026-05-04T12:00:01Z",
                        "1 of 3",
                        "noon, after 2026-05-04T12:00:01Z",
                        "2 of 3",
                        "later 2026-05-04T12:01:01Z");
    }

    private void tell(String what) {
        told.add(what + " " + Clock.STORY.get().instant());
    }
}
