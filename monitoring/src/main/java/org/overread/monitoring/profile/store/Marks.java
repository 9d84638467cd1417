package org.overread.monitoring.profile.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The marks that batches left on some days of a series.
 *
 * @param anew days whose features are made from all predictions: they were marked without a batch, and have them all
 */
record Marks(int series, SortedSet<LocalDate> days, List<Mark> marks, SortedSet<LocalDate> anew) {
    private static final int NO_BATCH = 0;

    record Mark(LocalDate day, int batch) {
        /** Day and batch as one number, so that PostgreSQL looks it up in a table of them. */
        long code() {
            return day.toEpochDay() << Integer.SIZE | Integer.toUnsignedLong(batch);
        }
    }

    static Marks of(Connection connection, int series, SortedSet<LocalDate> days) throws SQLException {
        var marks = new ArrayList<Mark>();
        var anew = new TreeSet<LocalDate>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT day, batch, EXISTS (SELECT 1 FROM monitoring.removed_payload r"
                                + " WHERE r.series = c.series AND r.day = c.day) FROM monitoring.changed_day c WHERE "
                                + new Span(series).among("day", days))) {
            while (rows.next()) {
                var mark = new Mark(rows.getObject(1, LocalDate.class), rows.getInt(2));
                marks.add(mark);
                if (mark.batch == NO_BATCH && !rows.getBoolean(3)) {
                    anew.add(mark.day);
                }
            }
        }
        return new Marks(series, days, marks, anew);
    }

    /** Whether the features of a prediction are not in the profile of its day yet, as a condition in SQL. */
    String unknownFeatures() {
        var unknown = new ArrayList<String>();
        unknown.add("false");
        if (!anew.isEmpty()) {
            unknown.add(Predictions.DAY + " IN ("
                    + listed(anew.stream().map(LocalDate::toEpochDay).toList()) + ")");
        }
        var ofBatches = marks.stream()
                .filter(mark -> !anew.contains(mark.day))
                .map(Mark::code)
                .toList();
        if (!ofBatches.isEmpty()) {
            unknown.add("((" + Predictions.DAY + ")::bigint << 32 | batch) IN (" + listed(ofBatches) + ")");
        }
        return "(" + String.join(" OR ", unknown) + ")";
    }

    /** The days whose profiles keep what they say of features. */
    SortedSet<LocalDate> knownFeatures() {
        var known = new TreeSet<>(days);
        known.removeAll(anew);
        return known;
    }

    void takeAway(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("""
                DELETE FROM monitoring.changed_day c USING unnest(?, ?) AS seen (day, batch)
                WHERE c.series = ? AND c.day = seen.day AND c.batch = seen.batch""")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "date",
                            marks.stream().map(mark -> mark.day.toString()).toArray()));
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", marks.stream().map(Mark::batch).toArray()));
            delete.setInt(3, series);
            delete.executeUpdate();
        }
    }

    private static String listed(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
