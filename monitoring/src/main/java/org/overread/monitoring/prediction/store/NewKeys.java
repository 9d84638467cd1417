package org.overread.monitoring.prediction.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.overread.registry.ModelVersionId;

/**
 * Writes the small keys of model versions and of combinations of subgroup values. They are committed at once, apart
 * from the batch that needs them: otherwise a small batch would wait for the end of a large one that met the same
 * combination first. A key without predictions does no harm.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class NewKeys {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    void series(ModelVersionId version) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO monitoring.series (model, version) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, version.model());
            insert.setInt(2, version.version());
            insert.executeUpdate();
        }
    }

    void slices(int series, List<String> texts) throws SQLException {
        try (var connection = database.getConnection()) {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO monitoring.slice (series, group_values) SELECT ?, unnest(?)
                    ON CONFLICT DO NOTHING""")) {
                insert.setInt(1, series);
                insert.setArray(2, connection.createArrayOf("text", texts.toArray()));
                insert.executeUpdate();
            }
            refuseTooMany(connection, series);
        }
    }

    private static void refuseTooMany(Connection connection, int series) throws SQLException {
        try (var query = connection.prepareStatement("SELECT count(*) > ? FROM monitoring.slice WHERE series = ?")) {
            query.setInt(1, Slices.MOST);
            query.setInt(2, series);
            try (var rows = query.executeQuery()) {
                if (rows.next() && rows.getBoolean(1)) {
                    throw Slices.tooMany();
                }
            }
        }
    }
}
