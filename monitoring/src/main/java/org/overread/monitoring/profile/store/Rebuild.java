package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.overread.monitoring.profile.FeatureBytes;
import org.overread.monitoring.profile.FeatureRows;
import org.overread.monitoring.profile.ScoreBytes;
import org.overread.monitoring.profile.ScoreRows;
import org.overread.registry.canonical.CanonicalJson;

/**
 * Makes the profiles of some days anew. The marks are read before the predictions, and only these are taken away at the
 * end: a batch that comes in between leaves its own mark, and the day is made once more. One at a time works on a
 * series, so that no older reading replaces a newer one.
 */
final class Rebuild {
    private static final int LOCK = 102;

    private final Connection connection;
    private final int series;
    private final SortedSet<LocalDate> days;
    private final Map<Key, Part> parts = new TreeMap<>();

    /** So that Jackson knows what the map holds. */
    private static final class Features extends TreeMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    private record Key(int day, String site) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return day == other.day ? site.compareTo(other.site) : Integer.compare(day, other.day);
        }
    }

    private static final class Part {
        private final ScoreRows scores;
        private final FeatureRows features = new FeatureRows();
        private long scored;

        Part(double threshold) {
            scores = new ScoreRows(threshold);
        }
    }

    private record Mark(LocalDate day, int batch) {}

    Rebuild(Connection connection, int series, SortedSet<LocalDate> days) {
        this.connection = connection;
        this.series = series;
        this.days = days;
    }

    boolean run(double threshold) throws SQLException, IOException {
        if (!locked()) {
            return false;
        }
        var marks = marks();
        read(threshold);
        remove();
        store();
        takeAway(marks);
        return true;
    }

    private boolean locked() throws SQLException {
        try (var query = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?, ?)")) {
            query.setInt(1, LOCK);
            query.setInt(2, series);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private List<Mark> marks() throws SQLException {
        var marks = new ArrayList<Mark>();
        try (var query = connection.prepareStatement(
                "SELECT day, batch FROM monitoring.changed_day WHERE series = ? AND day = ANY (?)")) {
            query.setInt(1, series);
            query.setArray(2, connection.createArrayOf("date", texts(days)));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    marks.add(new Mark(rows.getObject(1, LocalDate.class), rows.getInt(2)));
                }
            }
        }
        return marks;
    }

    private void read(double threshold) throws SQLException, IOException {
        var where = new Span(series)
                .times(
                        RawScores.start(days.first()),
                        RawScores.start(days.last().plusDays(1)))
                .on(days);
        var query = "SELECT " + RawScores.DAY + ", site, score, outcome, slice, " + RawScores.PATIENT
                + ", features FROM monitoring.prediction WHERE " + where;
        try (var rows = new CopyOut(connection, query)) {
            while (rows.next()) {
                int day = rows.int4();
                var site = rows.text();
                add(rows, parts.computeIfAbsent(new Key(day, site == null ? "" : site), any -> new Part(threshold)));
            }
        }
    }

    private static void add(CopyOut rows, Part part) throws IOException {
        double score = rows.float8();
        int outcome = rows.int2();
        int slice = rows.int4();
        long patient = rows.int8();
        if (!Double.isNaN(score)) {
            part.scores.add(score, outcome, slice, patient);
            part.scored++;
        }
        var features = rows.text();
        part.features.add(features == null ? Map.of() : CanonicalJson.read(features, Features.class));
    }

    private void remove() throws SQLException {
        try (var delete =
                connection.prepareStatement("DELETE FROM monitoring.profile WHERE series = ? AND day = ANY (?)")) {
            delete.setInt(1, series);
            delete.setArray(2, connection.createArrayOf("date", texts(days)));
            delete.executeUpdate();
        }
    }

    private void store() throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO monitoring.profile (series, day, site, predictions, scored, scores, features)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            for (var part : parts.entrySet()) {
                var features = part.getValue().features.profile();
                insert.setInt(1, series);
                insert.setObject(2, LocalDate.ofEpochDay(part.getKey().day()));
                insert.setString(3, part.getKey().site());
                insert.setLong(4, features.predictions());
                insert.setLong(5, part.getValue().scored);
                insert.setBytes(6, ScoreBytes.of(part.getValue().scores.profile()));
                insert.setBytes(7, FeatureBytes.of(features));
                insert.executeUpdate();
            }
        }
    }

    private static Object[] texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray();
    }

    private void takeAway(List<Mark> marks) throws SQLException {
        try (var delete = connection.prepareStatement("""
                DELETE FROM monitoring.changed_day c USING unnest(?, ?) AS seen (day, batch)
                WHERE c.series = ? AND c.day = seen.day AND c.batch = seen.batch""")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "date", texts(marks.stream().map(Mark::day).toList())));
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", marks.stream().map(Mark::batch).toArray()));
            delete.setInt(3, series);
            delete.executeUpdate();
        }
    }
}
