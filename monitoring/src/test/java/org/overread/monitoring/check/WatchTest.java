package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.registry.ModelVersionId;

/** On Wednesday 4 March 2026, under a plan of weeks whose outcomes are expected after 30 days. */
class WatchTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    @DisplayName("C9: what is judged ends with the window of the newest prediction, and never after today")
    void endsWithTheNewestPrediction() {
        assertThat(watch("2026-02-11T23:59:59Z").end()).isEqualTo(day("2026-02-16"));
        assertThat(watch("2026-02-15T23:59:59Z").end()).isEqualTo(day("2026-02-16"));
        assertThat(watch("2026-03-04T11:00:00Z").end()).isEqualTo(day("2026-03-04"));
        assertThat(watch(null).end()).isEqualTo(day("2026-03-04"));
    }

    @Test
    @DisplayName("C4: outcomes are judged of days for which they are expected to be known, and for which there are any")
    void judgesOutcomesThatAreExpected() {
        assertThat(watch("2026-03-04T11:00:00Z").labelledEnd()).isEqualTo(day("2026-02-02"));
        assertThat(watch("2026-01-07T11:00:00Z").labelledEnd()).isEqualTo(day("2026-01-12"));
    }

    private static Watch watch(@Nullable String newest) {
        return new Watch(
                new ModelVersionId("sepsis", 2),
                PlanFixtures.plan(),
                Instant.parse("2025-12-01T00:00:00Z"),
                newest == null ? null : Instant.parse(newest),
                true,
                NOW);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
