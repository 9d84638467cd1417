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
 * What became of the outputs of one period.
 *
 * @param tally every output of the period counts once, by the last decision on it
 */
record Responses(Instant from, ChartPeriod length, FeedbackTally tally) {
    /**
     * The periods in order, without gaps, from the first output on; none before the first is over. A period is told once
     * every output of it has had its time to be answered, so that none counts as ignored too early.
     */
    static List<Responses> of(
            ChartPeriod length,
            Collection<Card> cards,
            Collection<GivenFeedback> standing,
            Duration answerWithin,
            Instant asOf) {
        var first = cards.stream().map(Card::shownAt).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        var byPeriod = cards.stream()
                .collect(groupingBy(
                        card -> Duration.between(first.get(), card.shownAt()).dividedBy(length.duration())));
        var said = standing.stream().collect(groupingBy(GivenFeedback::card));
        var periods = new ArrayList<Responses>();
        for (var from = first.get();
                !from.plus(length.duration()).plus(answerWithin).isAfter(asOf);
                from = from.plus(length.duration())) {
            var shown = byPeriod.getOrDefault((long) periods.size(), List.of());
            var tally = FeedbackTally.of(shown, about(shown, said), answerWithin, asOf);
            periods.add(new Responses(from, length, tally));
        }
        return periods;
    }

    PeriodCount overridden() {
        return new PeriodCount(from, length, tally.overridden(), tally.shown());
    }

    PeriodCount accepted() {
        return new PeriodCount(from, length, tally.accepted(), tally.shown());
    }

    /** What was neither accepted nor overridden. */
    long rest() {
        return tally.shown() - tally.reviewed();
    }

    private static List<GivenFeedback> about(List<Card> cards, Map<UUID, List<GivenFeedback>> said) {
        return cards.stream()
                .flatMap(card -> said.getOrDefault(card.id(), List.of()).stream())
                .toList();
    }
}
