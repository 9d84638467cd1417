package org.overread.monitoring.retention.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.overread.monitoring.retention.Payloads;
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;

/** Finds the days by their profiles, and clears a day of one version by the index over time. */
@ApplicationScoped
class JdbcPayloads implements Payloads {
    private static final String SERIES = "(SELECT id FROM monitoring.series WHERE model = ? AND version = ?)";
    private static final String REMOVABLE = """
            SELECT DISTINCT p.day FROM monitoring.profile p
            WHERE p.series = %s AND p.day < ?
              AND NOT EXISTS (SELECT 1 FROM monitoring.changed_day c WHERE c.series = p.series AND c.day = p.day)
              AND NOT EXISTS (SELECT 1 FROM monitoring.removed_payload r
                              WHERE r.series = p.series AND r.day = p.day AND r.removed_at >= p.built_at)
            ORDER BY p.day LIMIT ?""".formatted(SERIES);
    private static final String REMOVE = """
            UPDATE monitoring.prediction p SET patient_ref = NULL, features = NULL, body = NULL
            WHERE series = %s AND occurred_at >= ? AND occurred_at < ?
              AND (patient_ref IS NOT NULL OR features IS NOT NULL OR body IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM monitoring.changed_day c
                              WHERE c.series = p.series AND c.day = ? AND c.batch = p.batch)""".formatted(SERIES);
    private static final String RECORD = """
            INSERT INTO monitoring.removed_payload (series, day, removed_at, predictions)
            VALUES (%s, ?, ?, ?)""".formatted(SERIES);

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T one(ResultSet row) throws SQLException;
    }

    @Override
    public List<ModelVersionId> versions() {
        return run(
                "SELECT model, version FROM monitoring.series ORDER BY model, version",
                query -> all(query, row -> new ModelVersionId(row.getString(1), row.getInt(2))));
    }

    @Override
    public List<LocalDate> removable(ModelVersionId version, LocalDate limit, int most) {
        return run(REMOVABLE, query -> {
            version(query, version);
            query.setObject(3, limit);
            query.setInt(4, most);
            return all(query, row -> row.getObject(1, LocalDate.class));
        });
    }

    @Override
    public long remove(ModelVersionId version, LocalDate day, Instant at) {
        long removed = run(REMOVE, update -> {
            version(update, version);
            update.setObject(3, day.atStartOfDay().atOffset(ZoneOffset.UTC));
            update.setObject(4, day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            update.setObject(5, day);
            return update.executeLargeUpdate();
        });
        run(RECORD, insert -> {
            version(insert, version);
            insert.setObject(3, day);
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setLong(5, removed);
            return insert.executeUpdate();
        });
        return removed;
    }

    private static void version(PreparedStatement statement, ModelVersionId version) throws SQLException {
        statement.setString(1, version.model());
        statement.setInt(2, version.version());
    }

    private static <T> List<T> all(PreparedStatement query, Reading<T> reading) throws SQLException {
        try (var rows = query.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reading.one(rows));
            }
            return all;
        }
    }

    private <T> T run(String sql, Work<T> work) {
        return Database.use(database, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return work.with(statement);
            }
        });
    }
}
