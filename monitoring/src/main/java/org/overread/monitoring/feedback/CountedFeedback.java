package org.overread.monitoring.feedback;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.overread.registry.Digest;

/**
 * What was counted of a version at one moment, day by day and site by site.
 *
 * @param days in the order of days, then of sites
 * @see "monitoring/docs/decisions/142-feedback-in-counts-that-add-up.md"
 */
public record CountedFeedback(List<FeedbackDay> days) {
    public CountedFeedback {
        days = days.stream().sorted(FeedbackDay.IN_ORDER).toList();
    }

    /** The same with more days. */
    public CountedFeedback and(List<FeedbackDay> more) {
        return new CountedFeedback(Stream.concat(days.stream(), more.stream()).toList());
    }

    /** What became of all the cards. */
    public FeedbackTally tally() {
        return days.stream().map(FeedbackDay::tally).reduce(FeedbackTally.NONE, FeedbackTally::and);
    }

    /** How many pieces of feedback stand on them. */
    public long pieces() {
        return days.stream().mapToLong(FeedbackDay::pieces).sum();
    }

    /** The digests of the days on which some stands, in order. */
    public List<Digest> digests() {
        return days.stream()
                .filter(day -> day.pieces() > 0)
                .map(FeedbackDay::digest)
                .toList();
    }

    /** Over all that feedback: SHA-256 over the digests of the days, one a line, in order. */
    public Digest digest() {
        return Digest.of(digests().stream().map(Digest::hex).collect(joining("\n")));
    }
}
