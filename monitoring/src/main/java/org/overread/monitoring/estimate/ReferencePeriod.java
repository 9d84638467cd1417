package org.overread.monitoring.estimate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Window;
import org.overread.registry.DayWords;

/**
 * The days that later ones are compared with, UTC.
 *
 * @param from the first day
 * @param to the day after the last
 */
public record ReferencePeriod(LocalDate from, LocalDate to) {
    private static final int SHORTEST = 28;
    private static final int LONGEST = 90;

    public ReferencePeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a reference period ends after it begins");
        }
    }

    /** What to take when nobody said: the first third of all days, from 28 to 90 days. */
    public static ReferencePeriod of(Cohorts.Days days) {
        var third = (int) (ChronoUnit.DAYS.between(days.first(), days.last()) + 1) / 3;
        return new ReferencePeriod(days.first(), days.first().plusDays(Math.clamp(third, SHORTEST, LONGEST)));
    }

    public Window window(@Nullable String site) {
        return new Window(
                from.atStartOfDay().toInstant(ZoneOffset.UTC), to.atStartOfDay().toInstant(ZoneOffset.UTC), site);
    }

    /** Such as {@code 1 January 2025 to 31 March 2025}, the last day included. */
    public String words() {
        return DayWords.span(from, to);
    }
}
