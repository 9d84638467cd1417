package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.accepted;
import static org.overread.monitoring.feedback.FeedbackFixtures.card;
import static org.overread.monitoring.feedback.FeedbackFixtures.concern;
import static org.overread.monitoring.feedback.FeedbackFixtures.overridden;
import static org.overread.monitoring.feedback.OverrideReason.CLINICALLY_WRONG;
import static org.overread.monitoring.feedback.OverrideReason.OTHER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeedbackTallyTest {
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Test
    @DisplayName("B3: of 100 cards 30 are accepted, 20 overridden with 5 repeats, so 50 are ignored")
    void countsEveryCardOnce() {
        var cards = IntStream.range(0, 100).mapToObj(i -> card("c" + i)).toList();
        var given = new ArrayList<GivenFeedback>();
        IntStream.range(0, 30).forEach(i -> given.add(accepted("c" + i, NOON.plusSeconds(60))));
        IntStream.range(30, 50).forEach(i -> given.add(overridden("c" + i, OTHER, NOON.plusSeconds(60))));
        IntStream.range(30, 35).forEach(i -> given.add(overridden("c" + i, OTHER, NOON.plusSeconds(120))));

        var tally = OneByOne.tally(cards, given, THREE_DAYS, NOON.plus(Duration.ofDays(4)));

        assertThat(tally)
                .returns(100L, FeedbackTally::shown)
                .returns(30L, FeedbackTally::accepted)
                .returns(20L, FeedbackTally::overridden)
                .returns(50L, FeedbackTally::ignored)
                .returns(0L, FeedbackTally::pending)
                .returns(0L, FeedbackTally::late)
                .returns(50L, FeedbackTally::reviewed)
                .returns(Map.of(OTHER, 20L), FeedbackTally::byReason);
    }

    @Test
    void theLastDecisionCountsAndAConcernIsNone() {
        var given = List.of(
                accepted("a", NOON.plusSeconds(1)),
                overridden("a", CLINICALLY_WRONG, NOON.plusSeconds(2)),
                concern("a", NOON.plusSeconds(3)),
                concern("b", NOON.plusSeconds(1)),
                accepted("of-another-version", NOON));

        var tally = OneByOne.tally(List.of(card("a"), card("b")), given, THREE_DAYS, NOON.plusSeconds(9));

        assertThat(tally)
                .returns(1L, FeedbackTally::overridden)
                .returns(0L, FeedbackTally::accepted)
                .returns(1L, FeedbackTally::concerns)
                .returns(Map.of(CLINICALLY_WRONG, 1L), FeedbackTally::byReason);
    }

    @Test
    void waitsUntilTheTimeIsOverBeforeACardCountsAsIgnoredAndNotesWhatCameLate() {
        var cards = List.of(card("a"), card("b"));
        var due = NOON.plus(THREE_DAYS);

        assertThat(OneByOne.tally(cards, List.of(), THREE_DAYS, due))
                .returns(2L, FeedbackTally::pending)
                .returns(0L, FeedbackTally::ignored);
        assertThat(OneByOne.tally(cards, List.of(accepted("a", due.plusSeconds(1))), THREE_DAYS, due.plusSeconds(2)))
                .returns(1L, FeedbackTally::ignored)
                .returns(1L, FeedbackTally::accepted)
                .returns(1L, FeedbackTally::late);
    }

    @Test
    void countsNothingWhereNothingWasShown() {
        assertThat(OneByOne.tally(List.of(), List.of(accepted("a", NOON)), THREE_DAYS, NOON))
                .isEqualTo(new FeedbackTally(0, 0, 0, 0, 0, 0, 0, Map.of()));
    }
}
