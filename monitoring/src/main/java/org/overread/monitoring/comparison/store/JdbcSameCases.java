package org.overread.monitoring.comparison.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.PairedCases;
import org.overread.monitoring.comparison.PairedCases.Match;
import org.overread.monitoring.comparison.SameCases;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.store.Database;
import org.overread.monitoring.subgroup.PatientKey;
import org.overread.registry.ModelVersionId;

/** Joins the log with itself. */
@ApplicationScoped
class JdbcSameCases implements SameCases {
    private static final int ROWS_AT_ONCE = 10_000;

    /** The predictions of one version in a window, and how many it has of the same patient at the same time. */
    private static final String SIDE = """
        (SELECT p.prediction_id, p.occurred_at, p.patient_key, p.score, p.outcome%s
         FROM monitoring.prediction p JOIN monitoring.series s ON s.id = p.series
         WHERE s.model = ? AND s.version = ? AND p.score IS NOT NULL
           AND (CAST(? AS timestamptz) IS NULL OR p.occurred_at >= ?)
           AND (CAST(? AS timestamptz) IS NULL OR p.occurred_at < ?)
           AND (CAST(? AS text) IS NULL OR p.site = ?))\
        """;

    private static final String COLUMNS = "SELECT a.score, b.score, a.outcome, b.outcome, a.patient_key FROM ";

    private static final String BY_ID = COLUMNS + SIDE.formatted("") + " a JOIN " + SIDE.formatted("")
            + " b ON a.prediction_id = b.prediction_id AND a.patient_key IS NOT DISTINCT FROM b.patient_key";

    private static final String COUNTED = ", count(*) OVER (PARTITION BY p.occurred_at, p.patient_key) AS alike";

    private static final String BY_TIME = COLUMNS + SIDE.formatted(COUNTED) + " a JOIN " + SIDE.formatted(COUNTED)
            + " b ON a.occurred_at = b.occurred_at AND a.patient_key = b.patient_key"
            + " WHERE a.alike = 1 AND b.alike = 1";

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Override
    public PairedCases of(ModelVersionId version, ModelVersionId other, Window window) {
        return Database.use(database, connection -> {
            var byId = read(connection, BY_ID, Match.PREDICTION_ID, version, other, window);
            return byId.all() > 0 ? byId : read(connection, BY_TIME, Match.PATIENT_AND_TIME, version, other, window);
        });
    }

    private static PairedCases read(
            Connection connection, String sql, Match match, ModelVersionId version, ModelVersionId other, Window window)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(ROWS_AT_ONCE);
            ask(query, ask(query, 1, version, window), other, window);
            try (var rows = query.executeQuery()) {
                var cases = new PairedCases.Builder(match);
                for (long row = 0; rows.next(); row++) {
                    add(cases, rows, row);
                }
                return cases.build();
            }
        }
    }

    private static int ask(PreparedStatement query, int from, ModelVersionId version, Window window)
            throws SQLException {
        var at = from;
        query.setString(at++, version.model());
        query.setInt(at++, version.version());
        for (var time : new @Nullable OffsetDateTime[] {
            time(window.from()), time(window.from()), time(window.to()), time(window.to())
        }) {
            query.setObject(at++, time, Types.TIMESTAMP_WITH_TIMEZONE);
        }
        query.setString(at++, window.site());
        query.setString(at++, window.site());
        return at;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static void add(PairedCases.Builder cases, ResultSet rows, long row) throws SQLException {
        var key = rows.getLong(5);
        var patient = rows.wasNull() ? PatientKey.unnamed(row) : key;
        cases.add(rows.getDouble(1), rows.getDouble(2), outcome(rows, 3), outcome(rows, 4), patient);
    }

    private static int outcome(ResultSet rows, int column) throws SQLException {
        var outcome = rows.getInt(column);
        return rows.wasNull() ? -1 : outcome;
    }
}
