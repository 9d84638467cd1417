package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * Counts what became of cards, without reading all of them: days are kept in counts, and only what has changed since
 * they were counted is read one by one. Each answer is of one moment and exact.
 *
 * @see "monitoring/docs/decisions/142-feedback-in-counts-that-add-up.md"
 */
public interface FeedbackCounts {
    /**
     * What to count.
     *
     * @param site null for all
     * @param from the first moment at which counted cards were shown; null for all
     * @param waitingSince cards that were shown at that moment or later have time left to be answered
     */
    record Question(
            ModelVersionId version,
            @Nullable String site,
            @Nullable Instant from,
            Instant waitingSince) {}

    /** Days and sites at which cards were shown, in no order. */
    List<FeedbackDay> days(Question question);

    /** The same; the ids of the feedback that stands on them are kept for good, each day under its digest. */
    List<FeedbackDay> keptForGood(Question question);

    /** @param site null for all */
    AnsweredWeeks weeks(ModelVersionId version, @Nullable String site);

    /**
     * Counts days anew of which something has changed.
     *
     * @param most how many days of one version at most
     * @return how many were counted; 0 when none has changed, or somebody else is at it
     */
    int countAnew(int most);
}
