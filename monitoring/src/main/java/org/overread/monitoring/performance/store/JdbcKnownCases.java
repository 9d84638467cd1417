package org.overread.monitoring.performance.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.KnownCase;
import org.overread.monitoring.performance.KnownCases;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** Reads through a cursor in a transaction of its own that sees one moment; so it must not be called within another. */
@ApplicationScoped
class JdbcKnownCases implements KnownCases {
    private static final int AT_A_TIME = 2_000;
    private static final String IN_WINDOW = """
            FROM monitoring.prediction p
            WHERE p.series = (SELECT id FROM monitoring.series WHERE model = ? AND version = ?)
              AND (?::timestamptz IS NULL OR p.occurred_at >= ?)
              AND (?::timestamptz IS NULL OR p.occurred_at < ?)
              AND (?::text IS NULL OR p.site = ?)""";
    private static final String KNOWN = "p.score IS NOT NULL AND p.outcome IS NOT NULL";
    private static final String COUNT = """
            SELECT count(*), count(*) FILTER (WHERE %1$s),
                count(*) FILTER (WHERE %1$s AND (p.outcome_known_at >= p.occurred_at) IS NOT TRUE),
                count(DISTINCT p.patient_key) FILTER (WHERE %1$s)
                    + count(*) FILTER (WHERE %1$s AND p.patient_key IS NULL)
            """.formatted(KNOWN) + IN_WINDOW;
    private static final String CASES = """
            SELECT p.occurred_at, p.patient_key, p.site, p.score, p.outcome, p.outcome_known_at, p.slice, p.features
            """ + IN_WINDOW + " AND " + KNOWN + " ORDER BY p.occurred_at, p.prediction_id";

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Override
    public Basis count(ModelVersionId version, Window window) {
        return Database.atOneMoment(database, connection -> basis(connection, version, window));
    }

    @Override
    public void read(ModelVersionId version, Window window, Reader reader) {
        Database.atOneMoment(database, connection -> {
            var basis = basis(connection, version, window);
            reader.begin(basis);
            var groups = groups(connection, version);
            try (var query = connection.prepareStatement(CASES)) {
                query.setFetchSize(AT_A_TIME);
                bind(query, version, window);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        reader.take(one(rows, groups));
                    }
                }
            }
            return basis;
        });
    }

    private static Basis basis(Connection connection, ModelVersionId version, Window window) throws SQLException {
        try (var query = connection.prepareStatement(COUNT)) {
            bind(query, version, window);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new Basis(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4));
            }
        }
    }

    private static Map<Integer, SortedMap<String, String>> groups(Connection connection, ModelVersionId version)
            throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT l.id, l.group_values FROM monitoring.slice l JOIN monitoring.series s ON s.id = l.series
                WHERE s.model = ? AND s.version = ?""")) {
            query.setString(1, version.model());
            query.setInt(2, version.version());
            try (var rows = query.executeQuery()) {
                var groups = new HashMap<Integer, SortedMap<String, String>>();
                while (rows.next()) {
                    groups.put(rows.getInt(1), SortedJson.texts(rows.getString(2)));
                }
                return groups;
            }
        }
    }

    private static KnownCase one(ResultSet row, Map<Integer, SortedMap<String, String>> groups) throws SQLException {
        var features = row.getString(8);
        return new KnownCase(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, Long.class),
                row.getString(3),
                row.getDouble(4),
                row.getInt(5),
                instant(row.getObject(6, OffsetDateTime.class)),
                groups.getOrDefault(row.getInt(7), new TreeMap<>()),
                SortedJson.texts(features));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static void bind(PreparedStatement query, ModelVersionId version, Window window) throws SQLException {
        var from = window.from() == null ? null : window.from().atOffset(ZoneOffset.UTC);
        var to = window.to() == null ? null : window.to().atOffset(ZoneOffset.UTC);
        query.setString(1, version.model());
        query.setInt(2, version.version());
        query.setObject(3, from, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        query.setObject(4, from, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        query.setObject(5, to, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        query.setObject(6, to, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        query.setString(7, window.site());
        query.setString(8, window.site());
    }
}
