package org.overread.monitoring.feedback;

import java.time.LocalDate;
import java.util.Comparator;
import org.overread.registry.Digest;

/**
 * What became of the cards of a version that were shown on one day at one site.
 *
 * @param day in UTC
 * @param site empty where none was named
 * @param pieces how many pieces of feedback stand on these cards
 * @param digest over the ids of that feedback, one a line, in ascending order
 */
public record FeedbackDay(LocalDate day, String site, FeedbackTally tally, long pieces, Digest digest) {
    static final Comparator<FeedbackDay> IN_ORDER =
            Comparator.comparing(FeedbackDay::day).thenComparing(FeedbackDay::site);
}
