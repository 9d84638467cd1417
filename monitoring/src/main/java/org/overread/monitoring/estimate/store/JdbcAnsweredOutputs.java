package org.overread.monitoring.estimate.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.estimate.AnsweredCases;
import org.overread.monitoring.estimate.AnsweredOutputs;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.store.Database;
import org.overread.monitoring.subgroup.PatientKey;
import org.overread.registry.ModelVersionId;

/** Reads the log of predictions; PostgreSQL looks up the card of each, and its last answer. */
@ApplicationScoped
class JdbcAnsweredOutputs implements AnsweredOutputs {
    private static final int ROWS_AT_ONCE = 10_000;

    private static final String QUERY = """
        SELECT p.score, p.outcome, p.patient_key, EXISTS (
            SELECT FROM monitoring.card c CROSS JOIN LATERAL (
                SELECT f.kind FROM monitoring.feedback f WHERE f.card = c.id
                    AND NOT EXISTS (SELECT FROM monitoring.feedback_withdrawal w WHERE w.feedback = f.id)
                ORDER BY f.kind = 'SAFETY_CONCERN', f.decided_at DESC, f.received_at DESC, f.id DESC LIMIT 1) l
            WHERE c.model = s.model AND c.version = s.version AND c.prediction_id = p.prediction_id
                AND l.kind = 'ACCEPTED')
        FROM monitoring.prediction p JOIN monitoring.series s ON s.id = p.series
        WHERE s.model = ? AND s.version = ? AND p.score IS NOT NULL AND p.outcome IS NOT NULL
          AND (CAST(? AS timestamptz) IS NULL OR p.occurred_at >= ?)
          AND (CAST(? AS timestamptz) IS NULL OR p.occurred_at < ?)
          AND (CAST(? AS text) IS NULL OR p.site = ?)
        LIMIT ?""";

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    private record Row(double score, boolean event, boolean acted, long patient) {}

    @Override
    public @Nullable AnsweredCases of(ModelVersionId version, Window window, int most) {
        return Database.<@Nullable AnsweredCases>use(database, connection -> {
            var rows = rows(connection, version, window, most + 1);
            return rows.size() > most ? null : cases(rows);
        });
    }

    private static List<Row> rows(Connection connection, ModelVersionId version, Window window, int limit)
            throws SQLException {
        try (var query = connection.prepareStatement(QUERY)) {
            query.setFetchSize(ROWS_AT_ONCE);
            query.setString(1, version.model());
            query.setInt(2, version.version());
            time(query, 3, window.from());
            time(query, 5, window.to());
            query.setString(7, window.site());
            query.setString(8, window.site());
            query.setInt(9, limit);
            try (var found = query.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    rows.add(row(found, rows.size()));
                }
                return rows;
            }
        }
    }

    private static void time(PreparedStatement query, int at, @Nullable Instant instant) throws SQLException {
        var time = instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        query.setObject(at, time, Types.TIMESTAMP_WITH_TIMEZONE);
        query.setObject(at + 1, time, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Row row(ResultSet found, long number) throws SQLException {
        var key = found.getLong(3);
        var patient = found.wasNull() ? PatientKey.unnamed(number) : key;
        return new Row(found.getDouble(1), found.getInt(2) == 1, found.getBoolean(4), patient);
    }

    private static AnsweredCases cases(List<Row> rows) {
        var outcomes = new boolean[rows.size()];
        var acted = new boolean[rows.size()];
        for (var i = 0; i < outcomes.length; i++) {
            outcomes[i] = rows.get(i).event();
            acted[i] = rows.get(i).acted();
        }
        return new AnsweredCases(
                rows.stream().mapToDouble(Row::score).toArray(),
                outcomes,
                acted,
                rows.stream().mapToLong(Row::patient).toArray());
    }
}
