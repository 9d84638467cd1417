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

        timeline.tell((number, of, _) -> told.add(number + " of " + of), Runnable::run);

        assertThat(told)
                .containsExactly(
                        "0 of 3",
                        "noon 2026-05-04T12:00:01Z",
                        "1 of 3",
                        "noon, after 2026-05-04T12:00:01Z",
                        "2 of 3",
                        "later 2026-05-04T12:01:01Z");
    }

    @Test
    @DisplayName("E3: neighbours that may share a transaction do, fifty at most, and each keeps its time")
    void tellsNeighboursTogether() {
        for (int minute = 0; minute < 53; minute++) {
            timeline.plan(List.of(new Happening(NOON.plusSeconds(60L * minute), () -> tell("card"), true)));
        }
        timeline.plan(NOON.plusSeconds(90), () -> tell("alone"));

        timeline.tell((number, of, _) -> told.add(number + " of " + of), group -> {
            told.add("begin");
            group.run();
            told.add("commit");
        });

        assertThat(told)
                .startsWith(
                        "0 of 54",
                        "begin",
                        "card 2026-05-04T12:00:01Z",
                        "card 2026-05-04T12:01:01Z",
                        "commit",
                        "2 of 54",
                        "alone 2026-05-04T12:01:31Z",
                        "3 of 54",
                        "begin")
                .endsWith("commit", "53 of 54", "begin", "card 2026-05-04T12:52:01Z", "commit");
    }

    private void tell(String what) {
        told.add(what + " " + Clock.STORY.get().instant());
    }
}
