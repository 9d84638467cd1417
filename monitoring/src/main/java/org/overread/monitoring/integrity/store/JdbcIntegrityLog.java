package org.overread.monitoring.integrity.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.integrity.BatchIntegrity;
import org.overread.monitoring.integrity.FeedDay;
import org.overread.monitoring.integrity.IntegrityFinding;
import org.overread.monitoring.integrity.IntegrityLog;
import org.overread.monitoring.integrity.ReceivedBatch;
import org.overread.monitoring.integrity.Scale;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/** Keeps the checks beside the receipts, and counts what came by day. */
@ApplicationScoped
class JdbcIntegrityLog implements IntegrityLog {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    private interface Work<T extends @Nullable Object> {
        T with(Connection connection, int series) throws SQLException;
    }

    @Override
    public Map<String, Scale> usual(ModelVersionId version) {
        return with(version, Map.of(), Scales::usual);
    }

    @Override
    public void keep(ModelVersionId version, int batch, BatchIntegrity found) {
        this.<@Nullable Void>with(version, null, (connection, series) -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO monitoring.batch_check (batch, declared, lines) VALUES (?, ?, ?)")) {
                insert.setInt(1, batch);
                insert.setInt(2, found.declared());
                insert.setLong(3, found.lines());
                insert.executeUpdate();
            }
            keepFindings(connection, batch, found.findings());
            Scales.keep(connection, series, batch, found.usual());
            return null;
        });
    }

    @Override
    public List<ReceivedBatch> latest(ModelVersionId version, int most) {
        return with(version, List.of(), (connection, series) -> ReceivedBatches.latest(connection, series, most));
    }

    @Override
    public List<FeedDay> days(ModelVersionId version, int days) {
        return with(version, List.of(), (connection, series) -> FeedDays.of(connection, series, days));
    }

    private static void keepFindings(Connection connection, int batch, List<IntegrityFinding> findings)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO monitoring.integrity_finding
                    (batch, feature, kind, lines, first_line, median_before, median_now)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            for (var finding : findings) {
                insert.setInt(1, batch);
                insert.setString(2, finding.feature());
                insert.setString(3, finding.kind().name());
                insert.setLong(4, finding.lines());
                insert.setObject(5, finding.firstLine());
                insert.setObject(6, finding.medianBefore());
                insert.setObject(7, finding.medianNow());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private <T extends @Nullable Object> T with(ModelVersionId version, T none, Work<T> work) {
        try (var connection = database.getConnection()) {
            var series = series(connection, version);
            return series == null ? none : work.with(connection, series);
        } catch (SQLException e) {
            var failure = new GovernanceException(
                    ErrorCode.OUTSIDE, "The database does not answer as it should: try again in a moment");
            failure.initCause(e);
            throw failure;
        }
    }

    private static @Nullable Integer series(Connection connection, ModelVersionId version) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM monitoring.series WHERE model = ? AND version = ?")) {
            query.setString(1, version.model());
            query.setInt(2, version.version());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : null;
            }
        }
    }
}
