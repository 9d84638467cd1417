package org.overread.monitoring.integrity.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.overread.monitoring.integrity.IntegrityFinding;
import org.overread.monitoring.integrity.IntegrityKind;
import org.overread.monitoring.integrity.ReceivedBatch;

/** The latest receipts of a series, each with its findings. */
final class ReceivedBatches {
    private ReceivedBatches() {}

    static List<ReceivedBatch> latest(Connection connection, int series, int most) throws SQLException {
        var findings = findings(connection, series, most);
        var batches = new ArrayList<ReceivedBatch>();
        try (var query = connection.prepareStatement("""
                SELECT b.id, b.kind, b.sent_by_name, b.accepted_at, b.received, b.stored, b.duplicates, b.rejected,
                    coalesce(c.declared, 0)
                FROM monitoring.batch b LEFT JOIN monitoring.batch_check c ON c.batch = b.id
                WHERE b.series = ? ORDER BY b.id DESC LIMIT ?""")) {
            query.setInt(1, series);
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    batches.add(batch(rows, findings.getOrDefault(rows.getInt(1), List.of())));
                }
            }
        }
        return batches;
    }

    private static ReceivedBatch batch(ResultSet row, List<IntegrityFinding> findings) throws SQLException {
        return new ReceivedBatch(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getInt(9),
                findings);
    }

    private static Map<Integer, List<IntegrityFinding>> findings(Connection connection, int series, int most)
            throws SQLException {
        var findings = new HashMap<Integer, List<IntegrityFinding>>();
        try (var query = connection.prepareStatement("""
                SELECT f.batch, f.feature, f.kind, f.lines, f.first_line, f.median_before, f.median_now
                FROM (SELECT id FROM monitoring.batch WHERE series = ? ORDER BY id DESC LIMIT ?) b
                JOIN monitoring.integrity_finding f ON f.batch = b.id ORDER BY f.batch, f.lines DESC, f.feature""")) {
            query.setInt(1, series);
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    findings.computeIfAbsent(rows.getInt(1), batch -> new ArrayList<>())
                            .add(finding(rows));
                }
            }
        }
        return findings;
    }

    private static IntegrityFinding finding(ResultSet row) throws SQLException {
        return new IntegrityFinding(
                row.getString(2),
                IntegrityKind.valueOf(row.getString(3)),
                row.getLong(4),
                row.getObject(5, Long.class),
                row.getObject(6, Double.class),
                row.getObject(7, Double.class));
    }
}
