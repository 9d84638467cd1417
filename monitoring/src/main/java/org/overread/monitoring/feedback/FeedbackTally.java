package org.overread.monitoring.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of the cards that were shown: every card counts once, by the last decision that was made on it.
 *
 * @param shown all cards
 * @param accepted cards last accepted
 * @param overridden cards last overridden
 * @param concerns cards that nobody decided on, but somebody said that they could harm
 * @param ignored cards nobody said anything of in time
 * @param pending cards nobody said anything of yet, with time left
 * @param late cards that were answered after their time; they are counted by their answer, too
 * @param byReason overridden cards by reason
 * @param rests the ids of the feedback these figures rest on: all that stands on these cards, in ascending order
 */
public record FeedbackTally(
        long shown,
        long accepted,
        long overridden,
        long concerns,
        long ignored,
        long pending,
        long late,
        Map<OverrideReason, Long> byReason,
        List<UUID> rests) {
    /** Which of two answers to a card counts: a decision before a concern, then the later one. */
    public static final BinaryOperator<GivenFeedback> LAST = BinaryOperator.maxBy(
            Comparator.comparing((GivenFeedback given) -> given.kind() != FeedbackKind.SAFETY_CONCERN)
                    .thenComparing(GivenFeedback::at)
                    .thenComparing(GivenFeedback::receivedAt)
                    .thenComparing(GivenFeedback::id));

    public FeedbackTally {
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
        rests = List.copyOf(rests);
        if (shown != accepted + overridden + concerns + ignored + pending) {
            throw new IllegalArgumentException("every card counts once");
        }
    }

    /** Cards of which a clinician said that they agree or disagree. */
    public long reviewed() {
        return accepted + overridden;
    }

    /**
     * Counts.
     *
     * @param standing feedback that was not withdrawn; what is about other cards is left out
     * @param answerWithin how long a card may wait before it counts as ignored
     * @param asOf the moment of counting
     */
    public static FeedbackTally of(
            Collection<Card> shown, Collection<GivenFeedback> standing, Duration answerWithin, Instant asOf) {
        var last = new HashMap<UUID, GivenFeedback>();
        standing.forEach(given -> last.merge(given.card(), given, LAST));
        var counts = new Counts();
        shown.forEach(card -> counts.add(card, last.get(card.id()), answerWithin, asOf));
        var cards = shown.stream().map(Card::id).collect(Collectors.toSet());
        return counts.tally(standing.stream()
                .filter(given -> cards.contains(given.card()))
                .map(GivenFeedback::id)
                .sorted(Comparator.comparing(UUID::toString))
                .toList());
    }

    private static final class Counts {
        private final Map<FeedbackKind, Long> kinds = new EnumMap<>(FeedbackKind.class);
        private final Map<OverrideReason, Long> reasons = new EnumMap<>(OverrideReason.class);
        private long shown;
        private long ignored;
        private long pending;
        private long late;

        void add(Card card, @Nullable GivenFeedback last, Duration answerWithin, Instant asOf) {
            shown++;
            var due = card.shownAt().plus(answerWithin);
            if (last == null) {
                ignored += asOf.isAfter(due) ? 1 : 0;
                pending += asOf.isAfter(due) ? 0 : 1;
                return;
            }
            kinds.merge(last.kind(), 1L, Long::sum);
            if (last.reason() != null) {
                reasons.merge(last.reason(), 1L, Long::sum);
            }
            late += last.at().isAfter(due) ? 1 : 0;
        }

        FeedbackTally tally(List<UUID> rests) {
            return new FeedbackTally(
                    shown,
                    kinds.getOrDefault(FeedbackKind.ACCEPTED, 0L),
                    kinds.getOrDefault(FeedbackKind.OVERRIDDEN, 0L),
                    kinds.getOrDefault(FeedbackKind.SAFETY_CONCERN, 0L),
                    ignored,
                    pending,
                    late,
                    reasons,
                    rests);
        }
    }
}
