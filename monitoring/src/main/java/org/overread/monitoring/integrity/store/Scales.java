package org.overread.monitoring.integrity.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.overread.monitoring.integrity.Scale;

/** Where the numbers of each feature lay in the latest batches that were as usual. */
final class Scales {
    private static final int LATEST = 20;

    private Scales() {}

    static Map<String, Scale> usual(Connection connection, int series) throws SQLException {
        var scales = new HashMap<String, List<Scale>>();
        try (var query = connection.prepareStatement("""
                SELECT feature, low, median, high FROM (
                    SELECT *, row_number() OVER (PARTITION BY feature ORDER BY batch DESC) AS place
                    FROM monitoring.usual_scale WHERE series = ?) WHERE place <= ?""")) {
            query.setInt(1, series);
            query.setInt(2, LATEST);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    scales.computeIfAbsent(rows.getString(1), feature -> new ArrayList<>())
                            .add(new Scale(rows.getDouble(2), rows.getDouble(3), rows.getDouble(4)));
                }
            }
        }
        var usual = new HashMap<String, Scale>();
        scales.forEach((feature, all) -> Scale.usual(all).ifPresent(scale -> usual.put(feature, scale)));
        return usual;
    }

    static void keep(Connection connection, int series, int batch, Map<String, Scale> scales) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO monitoring.usual_scale (series, feature, batch, low, median, high)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            for (var scale : scales.entrySet()) {
                insert.setInt(1, series);
                insert.setString(2, scale.getKey());
                insert.setInt(3, batch);
                insert.setDouble(4, scale.getValue().low());
                insert.setDouble(5, scale.getValue().median());
                insert.setDouble(6, scale.getValue().high());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
