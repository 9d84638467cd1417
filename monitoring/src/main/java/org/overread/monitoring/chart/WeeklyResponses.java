package org.overread.monitoring.chart;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.GivenFeedback;

/**
 * What became of the outputs of each week. Weeks of 7 × 24 hours are counted from the first output; a week is told once
 * every output of it has had its time to be answered, so that none counts as ignored too early.
 */
final class WeeklyResponses {
    /**
     * One week.
     *
     * @param tally every output of the week counts once, by the last decision on it
     */
    record Week(Instant from, FeedbackTally tally) {
        WeekCount overridden() {
            return new WeekCount(from, tally.overridden(), tally.shown());
        }

        WeekCount accepted() {
            return new WeekCount(from, tally.accepted(), tally.shown());
        }

        /** What was neither accepted nor overridden. */
        long rest() {
            return tally.shown() - tally.reviewed();
        }
    }

    private WeeklyResponses() {}

    /** The weeks in order, without gaps; none before the first week is over. */
    static List<Week> of(
            Collection<Card> cards, Collection<GivenFeedback> standing, Duration answerWithin, Instant asOf) {
        var first = cards.stream().map(Card::shownAt).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        var byWeek = cards.stream().collect(groupingBy(card -> week(first.get(), card.shownAt())));
        var said = standing.stream().collect(groupingBy(GivenFeedback::card));
        var weeks = new ArrayList<Week>();
        for (var from = first.get();
                !from.plus(WeekCount.WEEK).plus(answerWithin).isAfter(asOf); ) {
            var shown = byWeek.getOrDefault((long) weeks.size(), List.of());
            weeks.add(new Week(from, FeedbackTally.of(shown, about(shown, said), answerWithin, asOf)));
            from = from.plus(WeekCount.WEEK);
        }
        return weeks;
    }

    private static long week(Instant first, Instant at) {
        return Duration.between(first, at).dividedBy(WeekCount.WEEK);
    }

    private static List<GivenFeedback> about(List<Card> cards, Map<UUID, List<GivenFeedback>> said) {
        return cards.stream()
                .flatMap(card -> said.getOrDefault(card.id(), List.of()).stream())
                .toList();
    }
}
