package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;
import org.overread.registry.ModelVersionId;

class TruthTest {
    private static final Instant DRAWN = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    @DisplayName("C11: it tells the worst first, of one weight in the order of what it is about, and counts concerns")
    void tellsTheWorstFirst() {
        var calm = new Fact(Kind.DISCRIMINATION, Weight.CALM, "All holds.");
        var late = new Fact(Kind.OUTCOMES, Weight.NOTE, "Some are late.");
        var moved = new Fact(Kind.MOVED, Weight.CONCERN, "It moved.");
        var group = new Fact(Kind.GROUP, Weight.CONCERN, "One group.");
        var truth = truth(List.of(calm, moved, late, group));

        assertThat(truth.facts()).containsExactly(group, moved, late, calm);
        assertThat(truth.concerning()).isEqualTo(2);
        assertThat(truth.sentence()).isEqualTo("One group. It moved. Some are late. All holds.");
    }

    @Test
    @DisplayName("C11: it may be drawn anew for other data once twenty times as long has passed as drawing takes")
    void isDueForOtherDataAfterARest() {
        var truth = truth(List.of());

        assertThat(truth.due("other", DRAWN.plusSeconds(60))).isTrue();
        assertThat(truth.due("other", DRAWN.plusSeconds(59))).isFalse();
        assertThat(truth.due("data", DRAWN.plusSeconds(3_600))).isFalse();
    }

    private static Truth truth(List<Fact> facts) {
        return new Truth(new ModelVersionId("sepsis", 2), "data", DRAWN, Duration.ofSeconds(3), facts);
    }
}
