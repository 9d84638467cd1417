package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.OverrideReason;

class UnansweredFactsTest {
    private static Finding finding(FeedbackKind kind, String receivedAt) {
        var at = Instant.parse(receivedAt);
        return new Finding(
                new GivenFeedback(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        null,
                        "ana",
                        "CLINICIAN",
                        kind,
                        kind == FeedbackKind.OVERRIDDEN ? OverrideReason.CLINICALLY_WRONG : null,
                        null,
                        "He was in shock",
                        false,
                        at,
                        at),
                null,
                List.of());
    }

    @Test
    @DisplayName("B9: the line of truth begins with how many concerns nobody has answered, and since when")
    void tellsHowManyAndSinceWhen() {
        var first = finding(FeedbackKind.SAFETY_CONCERN, "2026-03-03T23:59:00Z");
        var second = finding(FeedbackKind.SAFETY_CONCERN, "2026-03-05T08:00:00Z");
        var wrong = finding(FeedbackKind.OVERRIDDEN, "2026-03-01T08:00:00Z");

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
