package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a version's cards week by week, of 7 × 24 hours from the moment the first was shown.
 *
 * @param first when it was; null when none was
 * @param weeks from the first on, without gaps, to the last in which one was shown
 */
public record AnsweredWeeks(@Nullable Instant first, List<Week> weeks) {
    /** Of no cards. */
    public static final AnsweredWeeks NONE = new AnsweredWeeks(null, List.of());

    /** Cards that were shown in one week, by the last decision on each. */
    public record Week(long shown, long accepted, long overridden) {
        public static final Week NONE = new Week(0, 0, 0);

        /** Both together. */
        public Week and(Week other) {
            return new Week(shown + other.shown, accepted + other.accepted, overridden + other.overridden);
        }
    }

    public AnsweredWeeks {
        weeks = List.copyOf(weeks);
    }

    /** Some of the weeks together; those after the last count nothing. */
    public Week together(int from, int count) {
        return weeks.stream().skip(from).limit(count).reduce(Week.NONE, Week::and);
    }
}
