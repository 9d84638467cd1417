package org.overread.monitoring.prediction.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.PredictionLog;
import org.overread.monitoring.prediction.Receipt;
import org.overread.monitoring.prediction.Refusals;
import org.overread.monitoring.prediction.SendersSites;
import org.overread.monitoring.prediction.Storing;
import org.overread.registry.ModelVersionId;

/** The log of predictions in PostgreSQL, written by {@code COPY}. */
@ApplicationScoped
class JdbcPredictionLog implements PredictionLog {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Inject
    SeriesKeys keys;

    @Override
    public Storing<Prediction> storePredictions(ModelVersionId version, Refusals refusals) {
        return open(version, staging -> new StoringPredictions(staging, keys, refusals));
    }

    @Override
    public Storing<Outcome> storeOutcomes(ModelVersionId version, SendersSites sites, Refusals refusals) {
        return open(version, staging -> new StoringOutcomes(staging, sites, refusals));
    }

    @Override
    public void keep(ModelVersionId version, BatchKind kind, Sender sender, Receipt receipt) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO monitoring.batch (id, series, kind, sent_by, sent_by_name, accepted_at,
                            received, stored, duplicates, rejected, outcomes_added)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setInt(1, receipt.batch());
            insert.setInt(2, keys.of(connection, version));
            insert.setString(3, kind.name());
            insert.setString(4, sender.id());
            insert.setString(5, sender.name());
            insert.setObject(6, sender.at().atOffset(ZoneOffset.UTC));
            insert.setLong(7, receipt.received());
            insert.setLong(8, receipt.stored());
            insert.setLong(9, receipt.duplicates());
            insert.setLong(10, receipt.rejected());
            insert.setLong(11, receipt.outcomesAdded());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private interface Opening<T> {
        Storing<T> of(Staging staging);
    }

    private <T> Storing<T> open(ModelVersionId version, Opening<T> opening) {
        try {
            var connection = database.getConnection();
            try {
                return opening.of(new Staging(connection, keys.of(connection, version), nextBatch(connection)));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private static int nextBatch(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT nextval('monitoring.batch_id')::integer")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
