package org.overread.monitoring.profile.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions in SQL; what they hold are numbers, days, times and one escaped text. */
final class Span {
    private final StringBuilder where;

    Span(int series) {
        where = new StringBuilder("series = ").append(series);
    }

    Span days(@Nullable LocalDate from, @Nullable LocalDate to) {
        bound("day >= ", from);
        bound("day < ", to);
        return this;
    }

    Span times(@Nullable Instant from, @Nullable Instant to) {
        bound("occurred_at >= ", from);
        bound("occurred_at < ", to);
        return this;
    }

    Span site(Connection connection, @Nullable String site) throws SQLException {
        if (site != null) {
            where.append(" AND site = ").append(CopyOut.literal(connection, site));
        }
        return this;
    }

    Span without(Collection<LocalDate> days) {
        if (!days.isEmpty()) {
            where.append(" AND day NOT IN (").append(listed(days)).append(')');
        }
        return this;
    }

    /** Predictions of some days: the whole time they span finds the pages, the days choose among the rows. */
    Span on(Collection<LocalDate> days) {
        where.append(" AND (occurred_at AT TIME ZONE 'UTC')::date IN (")
                .append(listed(days))
                .append(')');
        return this;
    }

    private void bound(String comparison, @Nullable Object bound) {
        if (bound != null) {
            where.append(" AND ").append(comparison).append('\'').append(bound).append('\'');
        }
    }

    private static String listed(Collection<LocalDate> days) {
        return days.stream().map(day -> "'" + day + "'").collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return where.toString();
    }
}
