package org.overread.monitoring.prediction.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;

/** The UTC days that a batch brings predictions of; once they are stored, the days' profiles must be made anew. */
final class ChangedDays {
    private static final long SECONDS = 86_400;
    private static final String MARK = """
            INSERT INTO monitoring.changed_day (series, day, batch) SELECT ?, unnest(?), ? ON CONFLICT DO NOTHING""";

    private final TreeSet<Long> days = new TreeSet<>();
    private long last = Long.MIN_VALUE;

    /** Most lines of a body are of the day of the line before. */
    void add(Instant occurredAt) {
        long day = Math.floorDiv(occurredAt.getEpochSecond(), SECONDS);
        if (day != last) {
            days.add(day);
            last = day;
        }
    }

    void mark(Staging staging) throws SQLException {
        var dates = days.stream()
                .map(LocalDate::ofEpochDay)
                .map(LocalDate::toString)
                .toArray();
        staging.update(MARK, staging.series(), staging.connection().createArrayOf("date", dates), staging.batch());
    }
}
