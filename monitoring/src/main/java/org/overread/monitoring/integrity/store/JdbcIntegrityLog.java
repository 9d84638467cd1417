package org.overread.monitoring.integrity.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
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
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;

/** Keeps the checks beside the receipts, and counts what came by day. */
@ApplicationScoped
class JdbcIntegrityLog implements IntegrityLog {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Override
    public Map<String, Scale> usual(ModelVersionId version) {
        return Database.use(database, version, Map.of(), Scales::usual);
    }

    @Override
    public void keep(ModelVersionId version, int batch, BatchIntegrity found) {
        Database.<@Nullable Void>use(database, version, null, (connection, series) -> {
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
        return Database.use(
                database, version, List.of(), (connection, series) -> ReceivedBatches.latest(connection, series, most));
    }

    @Override
    public List<FeedDay> days(ModelVersionId version, int days) {
        return Database.use(
                database, version, List.of(), (connection, series) -> FeedDays.of(connection, series, days));
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
}
