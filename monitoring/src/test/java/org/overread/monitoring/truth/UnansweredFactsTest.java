package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.Unanswered;
import org.overread.registry.Place;

class UnansweredFactsTest {
    private static Unanswered some(boolean concern, long count, String since) {
        return new Unanswered(null, Place.UNKNOWN, concern, count, new UUID(0, 1), Instant.parse(since));
    }

    @Test
    @DisplayName("B9: the line of truth begins with how many concerns nobody has answered, and since when")
    void tellsHowManyAndSinceWhen() {
        var first = some(true, 1, "2026-03-03T23:59:00Z");
        var second = some(true, 1, "2026-03-05T08:00:00Z");
        var wrong = some(false, 1, "2026-03-01T08:00:00Z");

        assertThat(UnansweredFacts.of(List.of())).isEmpty();
        assertThat(UnansweredFacts.of(List.of(first)))
                .extracting(Fact::sentence)
                .containsExactly("1 safety concern unanswered since 3 March 2026.");
        assertThat(UnansweredFacts.of(List.of(wrong, first, second)))
                .extracting(Fact::sentence)
                .containsExactly(
                        "2 safety concerns unanswered, the first since 3 March 2026.",
                        "1 output called clinically incorrect, unanswered since 1 March 2026.");
        assertThat(UnansweredFacts.of(List.of(wrong, first)))
                .isSorted()
                .allMatch(fact -> fact.weight() == Fact.Weight.CONCERN);
    }
}
