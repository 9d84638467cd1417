package org.overread.reports.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One value of a report by its kind, so that a writer can keep numbers as numbers and times as times. */
public sealed interface Cell {
    /** Words, exactly as they are; never a formula. */
    record Text(String text) implements Cell {}

    /** How many. */
    record Count(long count) implements Cell {}

    /**
     * A share, score or ratio; finite, since a figure that could not be computed is {@link Missing}.
     *
     * @param decimals to how many it is shown; the value itself is kept as it is
     */
    record Ratio(double ratio, int decimals) implements Cell {
        public Ratio(double ratio) {
            this(ratio, 3);
        }

        public Ratio {
            if (!Double.isFinite(ratio)) {
                throw new IllegalArgumentException("a figure that is not a finite number is missing, with a reason");
            }
        }
    }

    /** A moment, told in UTC. */
    record Time(Instant time) implements Cell {}

    /** Nothing to show, and why. It is never zero and never empty. */
    record Missing(String reason) implements Cell {}

    static Cell text(String text) {
        return new Text(text);
    }

    static Cell text(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? new Missing(otherwise) : new Text(text);
    }

    static Cell count(long count) {
        return new Count(count);
    }

    static Cell count(@Nullable Long count, String otherwise) {
        return count == null ? new Missing(otherwise) : new Count(count);
    }

    static Cell ratio(@Nullable Double ratio, String otherwise) {
        return ratio(ratio, 3, otherwise);
    }

    static Cell ratio(@Nullable Double ratio, int decimals, String otherwise) {
        return ratio == null || !Double.isFinite(ratio) ? new Missing(otherwise) : new Ratio(ratio, decimals);
    }

    static Cell time(Instant time) {
        return new Time(time);
    }

    static Cell time(@Nullable Instant time, String otherwise) {
        return time == null ? new Missing(otherwise) : new Time(time);
    }
}
