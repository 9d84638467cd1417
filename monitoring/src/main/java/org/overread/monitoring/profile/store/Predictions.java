package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** What profiles hold, made from the predictions at once where no profile is at hand. */
final class Predictions {
    /** A prediction that names no patient stands for one of its own, known by its batch and line. */
    static final String PATIENT = "coalesce(patient_key, hashint8extended(batch::bigint << 32 | line, 0))";

    private static final String DAY_OF = "(p.occurred_at AT TIME ZONE 'UTC')::date";

    static final String DAY = "(occurred_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01'";

    private Predictions() {}

    static <T> T of(Connection connection, Span where, Content<T> content) throws SQLException, IOException {
        var made = content.rows();
        try (var rows = new CopyOut(connection, query(content.columns(), where, content))) {
            while (rows.next()) {
                made.add(rows);
            }
        }
        return made.made();
    }

    static <T> Map<LocalDate, T> byDay(Connection connection, Span where, SortedSet<LocalDate> days, Content<T> content)
            throws SQLException, IOException {
        var all = new TreeMap<Integer, Content.Rows<T>>();
        if (!days.isEmpty()) {
            try (var rows = new CopyOut(connection, query(DAY + ", " + content.columns(), where.on(days), content))) {
                while (rows.next()) {
                    all.computeIfAbsent(rows.int4(), any -> content.rows()).add(rows);
                }
            }
        }
        var made = new TreeMap<LocalDate, T>();
        all.forEach((day, rows) -> made.put(LocalDate.ofEpochDay(day), rows.made()));
        return made;
    }

    private static String query(String columns, Span where, Content<?> content) {
        return "SELECT " + columns + " FROM monitoring.prediction p WHERE " + where
                + (content.ofPayloads() ? " AND " + Span.withPayloads("p", DAY_OF) : "");
    }
}
