package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.overread.monitoring.profile.ScoreProfile;
import org.overread.monitoring.profile.ScoreRows;

/** Profiles of scores made from the predictions at once, where none is at hand. */
final class RawScores {
    /** A prediction that names no patient stands for one of its own, known by its batch and line. */
    static final String PATIENT = "coalesce(patient_key, hashint8extended(batch::bigint << 32 | line, 0))";

    static final String DAY = "(occurred_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01'";

    private RawScores() {}

    static ScoreProfile of(Connection connection, Span where, double threshold) throws SQLException, IOException {
        var scores = new ScoreRows(threshold);
        try (var rows = new CopyOut(connection, query("0", where))) {
            while (rows.next()) {
                rows.int4();
                add(rows, scores);
            }
        }
        return scores.profile();
    }

    static Map<LocalDate, ScoreProfile> byDay(
            Connection connection, Span where, SortedSet<LocalDate> days, double threshold)
            throws SQLException, IOException {
        where.on(days).times(start(days.first()), start(days.last().plusDays(1)));
        var all = new TreeMap<Integer, ScoreRows>();
        try (var rows = new CopyOut(connection, query(DAY, where))) {
            while (rows.next()) {
                add(rows, all.computeIfAbsent(rows.int4(), any -> new ScoreRows(threshold)));
            }
        }
        var profiles = new TreeMap<LocalDate, ScoreProfile>();
        all.forEach((day, scores) -> profiles.put(LocalDate.ofEpochDay(day), scores.profile()));
        return profiles;
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String query(String day, Span where) {
        return "SELECT " + day + ", score, outcome, slice, " + PATIENT + " FROM monitoring.prediction WHERE " + where
                + " AND score IS NOT NULL";
    }

    private static void add(CopyOut rows, ScoreRows scores) throws IOException {
        scores.add(rows.float8(), rows.int2(), rows.int4(), rows.int8());
    }
}
