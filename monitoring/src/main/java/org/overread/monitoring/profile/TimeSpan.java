package org.overread.monitoring.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some time: whole UTC days, which have profiles, and hours before and after them, which have none.
 *
 * @param from the first instant; null without a beginning
 * @param to the instant after the last; null without an end
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {
    /** @param to the day after the last */
    public static TimeSpan days(LocalDate from, LocalDate to) {
        return new TimeSpan(start(from), start(to));
    }

    /** The first day that lies in it from its beginning on; null without a beginning. */
    public @Nullable LocalDate firstDay() {
        if (from == null) {
            return null;
        }
        return from.equals(start(day(from))) ? day(from) : day(from).plusDays(1);
    }

    /** The day after the last that lies in it up to its end; null without an end. */
    public @Nullable LocalDate endDay() {
        return to == null ? null : day(to);
    }

    /** What lies beside whole days. */
    public List<TimeSpan> hours() {
        var first = firstDay();
        var end = endDay();
        if (first != null && end != null && end.isBefore(first)) {
            return List.of(this);
        }
        var hours = new ArrayList<TimeSpan>();
        if (from != null && first != null && from.isBefore(start(first))) {
            hours.add(new TimeSpan(from, start(first)));
        }
        if (to != null && end != null && start(end).isBefore(to)) {
            hours.add(new TimeSpan(start(end), to));
        }
        return hours;
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
