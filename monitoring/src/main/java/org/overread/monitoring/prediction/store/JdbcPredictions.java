package org.overread.monitoring.prediction.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.Predictions;
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** Reads single predictions by their key. */
@ApplicationScoped
class JdbcPredictions implements Predictions {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    private interface Taking<T> {
        T take(ResultSet rows) throws SQLException;
    }

    @Override
    public Map<String, Prediction> find(ModelVersionId version, Collection<String> predictionIds) {
        return query("""
                SELECT p.prediction_id, p.occurred_at, p.patient_ref, p.site, p.score, p.outcome, l.group_values,
                    p.features, p.body, p.latency_ms
                FROM monitoring.prediction p
                JOIN monitoring.slice l ON l.id = p.slice
                WHERE p.series = (SELECT id FROM monitoring.series WHERE model = ? AND version = ?)
                  AND p.prediction_id = ANY (?)\
                """, version, predictionIds, rows -> {
            var found = new HashMap<String, Prediction>();
            while (rows.next()) {
                found.put(rows.getString(1), prediction(rows));
            }
            return found;
        });
    }

    @Override
    public long patients(ModelVersionId version, Collection<String> predictionIds) {
        return query("""
                SELECT count(DISTINCT p.patient_key) + count(*) FILTER (WHERE p.patient_key IS NULL)
                FROM monitoring.prediction p
                WHERE p.series = (SELECT id FROM monitoring.series WHERE model = ? AND version = ?)
                  AND p.prediction_id = ANY (?)\
                """, version, predictionIds, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public Volume volume(ModelVersionId version, @Nullable String site, @Nullable Instant from) {
        return Database.use(database, connection -> {
            try (var query = connection.prepareStatement("""
                    SELECT count(*),
                        count(DISTINCT p.patient_key) + count(*) FILTER (WHERE p.patient_key IS NULL)
                    FROM monitoring.prediction p
                    JOIN monitoring.series s ON s.id = p.series
                    WHERE s.model = ? AND s.version = ? AND (?::text IS NULL OR p.site = ?)
                        AND (?::timestamptz IS NULL OR p.occurred_at >= ?)\
                    """)) {
                query.setString(1, version.model());
                query.setInt(2, version.version());
                query.setString(3, site);
                query.setString(4, site);
                var begin = from == null ? null : from.atOffset(ZoneOffset.UTC);
                query.setObject(5, begin, Types.TIMESTAMP_WITH_TIMEZONE);
                query.setObject(6, begin, Types.TIMESTAMP_WITH_TIMEZONE);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return new Volume(rows.getLong(1), rows.getLong(2));
                }
            }
        });
    }

    private <T> T query(String sql, ModelVersionId version, Collection<String> ids, Taking<T> taking) {
        return Database.use(database, connection -> {
            try (var query = connection.prepareStatement(sql)) {
                bind(query, version, ids);
                try (var rows = query.executeQuery()) {
                    return taking.take(rows);
                }
            }
        });
    }

    private static void bind(PreparedStatement query, ModelVersionId version, Collection<String> ids)
            throws SQLException {
        query.setString(1, version.model());
        query.setInt(2, version.version());
        query.setArray(3, query.getConnection().createArrayOf("text", ids.toArray()));
    }

    private static Prediction prediction(ResultSet row) throws SQLException {
        return new Prediction(
                row.getString(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Double.class),
                row.getObject(6, Integer.class),
                texts(row.getString(7)),
                texts(row.getString(8)),
                row.getString(9),
                row.getObject(10, Integer.class));
    }

    private static SortedMap<String, String> texts(@Nullable String json) {
        return json == null ? new TreeMap<>() : SortedJson.texts(json);
    }
}
