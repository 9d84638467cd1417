package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.overread.monitoring.profile.FeatureBytes;
import org.overread.monitoring.profile.FeatureProfile;
import org.overread.monitoring.profile.FeatureRows;
import org.overread.monitoring.profile.PatientCounts;
import org.overread.monitoring.profile.ScoreBytes;
import org.overread.monitoring.profile.ScoreRows;

/**
 * Makes the profiles of some days anew, and of their weeks. The marks are read before the predictions, and only these
 * are taken away at the end: a batch that comes in between leaves its own mark, and the day is made once more. One at a
 * time works on a series, so that no older reading replaces a newer one.
 *
 * <p>Scores are read anew, since an outcome may have come for any of them. What is known of features stays, and those of
 * the batches that left marks are added: predictions never change and never go, but their features may.
 *
 * @see "Decision 011: profiles of days"
 */
final class Rebuild {
    private static final int LOCK = 102;

    private final Connection connection;
    private final int series;
    private final SortedSet<LocalDate> days;
    private final Map<Key, Part> parts = new TreeMap<>();

    private record Key(int day, String site) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return day == other.day ? site.compareTo(other.site) : Integer.compare(day, other.day);
        }
    }

    private static final class Part {
        private final ScoreRows scores;
        private final FeatureRows features = new FeatureRows();
        private final PatientCounts patients = new PatientCounts();
        private FeatureProfile before = FeatureProfile.EMPTY;
        private long predictions;
        private long scored;
        private long known;
        private long events;

        Part(double threshold) {
            scores = new ScoreRows(threshold);
        }

        void add(CopyOut row) throws IOException {
            double score = row.float8();
            int outcome = row.int2();
            int slice = row.int4();
            long patient = row.int8();
            patients.add(patient);
            predictions++;
            known += outcome >= 0 ? 1 : 0;
            events += outcome == 1 ? 1 : 0;
            if (!Double.isNaN(score)) {
                scores.add(score, outcome, slice, patient);
                scored++;
            }
            boolean unknown = row.bool();
            var text = row.bytesOrNull();
            if (unknown) {
                FeatureText.read(text, features);
            }
        }
    }

    Rebuild(Connection connection, int series, SortedSet<LocalDate> days) {
        this.connection = connection;
        this.series = series;
        this.days = days;
    }

    boolean run(double threshold) throws SQLException, IOException {
        if (!locked()) {
            return false;
        }
        var marks = Marks.of(connection, series, days);
        read(threshold, marks);
        readKnown(marks);
        remove();
        store();
        Weeks.of(days).make(connection, series);
        marks.takeAway(connection);
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

    private void read(double threshold, Marks marks) throws SQLException, IOException {
        var unknown = marks.unknownFeatures();
        var query =
                "SELECT " + Predictions.DAY + ", site, score, outcome, slice, " + Predictions.PATIENT + ", " + unknown
                        + ", CASE WHEN " + unknown + " THEN features END FROM monitoring.prediction WHERE "
                        + new Span(series).on(days);
        try (var rows = new CopyOut(connection, query)) {
            while (rows.next()) {
                int day = rows.int4();
                var site = rows.text();
                parts.computeIfAbsent(new Key(day, site == null ? "" : site), any -> new Part(threshold))
                        .add(rows);
            }
        }
    }

    private void readKnown(Marks marks) throws SQLException, IOException {
        var query = "SELECT day - DATE '1970-01-01', site, features FROM monitoring.profile WHERE "
                + new Span(series).among("day", marks.knownFeatures());
        try (var rows = new CopyOut(connection, query)) {
            while (rows.next()) {
                var part = parts.get(new Key(rows.int4(), String.valueOf(rows.text())));
                var known = FeatureBytes.read(rows.bytes());
                if (part != null) {
                    part.before = known;
                }
            }
        }
    }

    private void remove() throws SQLException {
        try (var delete = connection.createStatement()) {
            delete.executeUpdate("DELETE FROM monitoring.profile WHERE " + new Span(series).among("day", days));
        }
    }

    private void store() throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO monitoring.profile
                    (series, day, site, predictions, scored, known, events, most_of_one_patient, scores, features)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (var entry : parts.entrySet()) {
                var part = entry.getValue();
                insert.setInt(1, series);
                insert.setObject(2, LocalDate.ofEpochDay(entry.getKey().day()));
                insert.setString(3, entry.getKey().site());
                insert.setLong(4, part.predictions);
                insert.setLong(5, part.scored);
                insert.setLong(6, part.known);
                insert.setLong(7, part.events);
                insert.setLong(8, part.patients.most());
                insert.setBytes(9, ScoreBytes.of(part.scores.profile()));
                insert.setBytes(10, FeatureBytes.of(part.before.and(part.features.profile())));
                insert.executeUpdate();
            }
        }
    }
}
