package org.overread.monitoring.integrity.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.integrity.FeedDay;

/** Counts what came on the latest days of a series. Only those days are read, by the index over time. */
final class FeedDays {
    private static final String COUNT = """
            SELECT day, predictions, without_score, without_features, measured, quantiles,
                EXISTS (SELECT 1 FROM monitoring.removed_payload r WHERE r.series = ? AND r.day = counted.day)
            FROM (
                SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, count(*) AS predictions,
                    count(*) FILTER (WHERE score IS NULL) AS without_score,
                    count(*) FILTER (WHERE features IS NULL) AS without_features, count(latency_ms) AS measured,
                    percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY latency_ms) AS quantiles
                FROM monitoring.prediction
                WHERE series = ? AND occurred_at >= (
                    SELECT date_trunc('day', max(occurred_at), 'UTC') - make_interval(days => ?)
                    FROM monitoring.prediction WHERE series = ?)
                GROUP BY 1) counted
            ORDER BY day""";

    private FeedDays() {}

    static List<FeedDay> of(Connection connection, int series, int days) throws SQLException {
        var counted = new ArrayList<FeedDay>();
        try (var query = connection.prepareStatement(COUNT)) {
            query.setInt(1, series);
            query.setInt(2, series);
            query.setInt(3, days - 1);
            query.setInt(4, series);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    counted.add(day(rows));
                }
            }
        }
        return counted;
    }

    private static FeedDay day(ResultSet row) throws SQLException {
        var day = row.getObject(1, LocalDate.class);
        boolean removed = row.getBoolean(7);
        return new FeedDay(day, row.getLong(2), row.getLong(3), removed ? null : row.getLong(4), latency(row));
    }

    private static FeedDay.@Nullable Latency latency(ResultSet row) throws SQLException {
        long measured = row.getLong(5);
        if (measured == 0) {
            return null;
        }
        var quantiles = (Integer[]) row.getArray(6).getArray();
        return new FeedDay.Latency(measured, quantiles[0], quantiles[1], quantiles[2]);
    }
}
