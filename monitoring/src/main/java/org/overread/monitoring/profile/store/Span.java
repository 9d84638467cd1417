package org.overread.monitoring.profile.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions in SQL; what they hold are numbers, days, times and one escaped text. */
final class Span {
    private static final String UTC = "T00:00:00Z";

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

    Span among(String column, SortedSet<LocalDate> days) {
        where.append(" AND ").append(column).append(days.isEmpty() ? " IS NULL" : " IN (" + listed(days) + ")");
        return this;
    }

    /** Predictions of some days, one time for each run of days that follow each other. */
    Span on(SortedSet<LocalDate> days) {
        var runs = new ArrayList<String>();
        for (var rest = days; !rest.isEmpty(); ) {
            var end = rest.first();
            while (rest.contains(end)) {
                end = end.plusDays(1);
            }
            runs.add("occurred_at >= '" + rest.first() + UTC + "' AND occurred_at < '" + end + UTC + "'");
            rest = rest.tailSet(end);
        }
        where.append(" AND (").append(String.join(" OR ", runs)).append(')');
        return this;
    }

    /** Rows of a series and a day whose payloads never went. */
    static String withPayloads(String table, String day) {
        return "NOT EXISTS (SELECT 1 FROM monitoring.removed_payload r WHERE r.series = " + table
                + ".series AND r.day = " + day + ")";
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
