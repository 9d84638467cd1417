package org.overread.monitoring.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.overread.monitoring.feedback.AnsweredWeeks.Week;

/** Counts cards one by one, which says what the counts that are kept must be equal to. */
public final class OneByOne {
    /** Which of two answers to a card counts: a decision before a concern, then the later one. */
    private static final BinaryOperator<GivenFeedback> LAST = BinaryOperator.maxBy(
            Comparator.comparing((GivenFeedback given) -> given.kind() != FeedbackKind.SAFETY_CONCERN)
                    .thenComparing(GivenFeedback::at)
                    .thenComparing(GivenFeedback::receivedAt)
                    .thenComparing(given -> given.id().toString()));

    private OneByOne() {}

    /** @param standing feedback that was not withdrawn; what is about other cards is left out */
    public static FeedbackTally tally(
            Collection<Card> shown, Collection<GivenFeedback> standing, Duration answerWithin, Instant asOf) {
        var last = last(standing);
        return shown.stream()
                .map(card -> {
                    var given = last.get(card.id());
                    var due = card.shownAt().plus(answerWithin);
                    if (given == null) {
                        long ignored = asOf.isAfter(due) ? 1 : 0;
                        return new FeedbackTally(1, 0, 0, 0, ignored, 1 - ignored, 0, Map.of());
                    }
                    var kinds = new EnumMap<FeedbackKind, Long>(Map.of(given.kind(), 1L));
                    return new FeedbackTally(
                            1,
                            kinds.getOrDefault(FeedbackKind.ACCEPTED, 0L),
                            kinds.getOrDefault(FeedbackKind.OVERRIDDEN, 0L),
                            kinds.getOrDefault(FeedbackKind.SAFETY_CONCERN, 0L),
                            0,
                            0,
                            given.at().isAfter(due) ? 1 : 0,
                            given.reason() == null ? Map.of() : Map.of(given.reason(), 1L));
                })
                .reduce(FeedbackTally.NONE, FeedbackTally::and);
    }

    /** Week by week from the moment the first card was shown. */
    public static AnsweredWeeks weeks(Collection<Card> shown, Collection<GivenFeedback> standing) {
        var first = shown.stream().map(Card::shownAt).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return AnsweredWeeks.NONE;
        }
        var last = last(standing);
        List<Week> weeks = new ArrayList<>();
        for (var card : shown) {
            int week = (int) Duration.between(first.get(), card.shownAt()).dividedBy(Duration.ofDays(7));
            while (weeks.size() <= week) {
                weeks.add(Week.NONE);
            }
            var given = last.get(card.id());
            long accepted = given != null && given.kind() == FeedbackKind.ACCEPTED ? 1 : 0;
            long overridden = given != null && given.kind() == FeedbackKind.OVERRIDDEN ? 1 : 0;
            weeks.set(week, weeks.get(week).and(new Week(1, accepted, overridden)));
        }
        return new AnsweredWeeks(first.get(), weeks);
    }

    private static Map<UUID, GivenFeedback> last(Collection<GivenFeedback> standing) {
        var last = new HashMap<UUID, GivenFeedback>();
        standing.forEach(given -> last.merge(given.card(), given, LAST));
        return last;
    }
}
