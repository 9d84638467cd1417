package org.overread.monitoring.feedback;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the cards that were shown: every card counts once, by the last decision that was made on it, or by a
 * concern where nobody decided. Tallies of different cards add up.
 *
 * @param shown all cards
 * @param accepted cards last accepted
 * @param overridden cards last overridden
 * @param concerns cards that nobody decided on, but somebody said that they could harm
 * @param ignored cards nobody said anything of in time
 * @param pending cards nobody said anything of yet, with time left
 * @param late cards that were answered after their time; they are counted by their answer, too
 * @param byReason overridden cards by reason
 */
public record FeedbackTally(
        long shown,
        long accepted,
        long overridden,
        long concerns,
        long ignored,
        long pending,
        long late,
        Map<OverrideReason, Long> byReason) {
    /** Of no cards. */
    public static final FeedbackTally NONE = new FeedbackTally(0, 0, 0, 0, 0, 0, 0, Map.of());

    public FeedbackTally {
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
        if (shown != accepted + overridden + concerns + ignored + pending) {
            throw new IllegalArgumentException("every card counts once");
        }
    }

    /** Cards of which a clinician said that they agree or disagree. */
    public long reviewed() {
        return accepted + overridden;
    }

    /** Both together; none of the cards is in both. */
    public FeedbackTally and(FeedbackTally others) {
        var reasons = new TreeMap<>(byReason);
        others.byReason.forEach((reason, cards) -> reasons.merge(reason, cards, Long::sum));
        return new FeedbackTally(
                shown + others.shown,
                accepted + others.accepted,
                overridden + others.overridden,
                concerns + others.concerns,
                ignored + others.ignored,
                pending + others.pending,
                late + others.late,
                reasons);
    }
}
