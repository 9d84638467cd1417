package org.overread.monitoring.profile.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.Profiles;
import org.overread.monitoring.profile.ScoreProfile;
import org.overread.monitoring.profile.TimeSpan;
import org.overread.monitoring.profile.WindowFeatures;
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** Profiles of days and weeks in PostgreSQL. */
@ApplicationScoped
class JdbcProfiles implements Profiles {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Override
    public List<Behind> behind() {
        return Database.use(database, connection -> {
            var all = new LinkedHashMap<ModelVersionId, SortedSet<LocalDate>>();
            try (var query = connection.prepareStatement("""
                            SELECT s.model, s.version, c.day FROM monitoring.changed_day c
                            JOIN monitoring.series s ON s.id = c.series
                            GROUP BY s.model, s.version, c.day ORDER BY min(c.batch)""");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    all.computeIfAbsent(new ModelVersionId(rows.getString(1), rows.getInt(2)), any -> new TreeSet<>())
                            .add(rows.getObject(3, LocalDate.class));
                }
            }
            return all.entrySet().stream()
                    .map(entry -> new Behind(entry.getKey(), entry.getValue()))
                    .toList();
        });
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean rebuild(ModelVersionId version, SortedSet<LocalDate> days, double threshold) {
        return Database.use(
                database, version, true, (connection, series) -> new Rebuild(connection, series, days).run(threshold));
    }

    @Override
    public List<ScoreProfile> scores(
            ModelVersionId version, List<TimeSpan> times, @Nullable String site, double threshold) {
        return read(version, times, site, new ScoreContent(threshold));
    }

    @Override
    public List<WindowFeatures> features(ModelVersionId version, List<TimeSpan> times, @Nullable String site) {
        return read(version, times, site, new FeatureContent());
    }

    private <T> List<T> read(ModelVersionId version, List<TimeSpan> times, @Nullable String site, Content<T> content) {
        var nothing = times.stream().map(any -> content.merged(List.of())).toList();
        return Database.use(
                database,
                version,
                nothing,
                (connection, series) -> new Windows(connection, series, site).read(times, content));
    }

    @Override
    public @Nullable Long scored(
            ModelVersionId version, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String site) {
        return Database.<@Nullable Long>use(database, version, 0L, (connection, series) -> {
            if (!new Windows(connection, series, site).changed(from, to).isEmpty()) {
                return null;
            }
            var where = new Span(series).days(from, to).site(connection, site);
            return number(connection, "SELECT coalesce(sum(scored), 0) FROM monitoring.profile WHERE " + where);
        });
    }

    @Override
    public long predictions(ModelVersionId version, LocalDate from, LocalDate to, @Nullable String site) {
        return Database.use(database, version, 0L, (connection, series) -> {
            var days = new Span(series).days(from, to);
            var since = "SELECT sum(stored) FROM monitoring.batch b WHERE series = " + series
                    + " AND (id IN (SELECT batch FROM monitoring.changed_day WHERE " + days + ") OR EXISTS (SELECT 1"
                    + " FROM monitoring.changed_day WHERE " + days + " AND batch = 0))";
            var where = new Span(series).days(from, to).site(connection, site);
            return number(
                    connection,
                    "SELECT coalesce(sum(predictions), 0) + coalesce((" + since + "), 0) FROM monitoring.profile WHERE "
                            + where);
        });
    }

    @Override
    public boolean payloadsRemoved(ModelVersionId version, LocalDate from, LocalDate to) {
        return Database.use(
                database,
                version,
                false,
                (connection, series) -> number(
                                connection,
                                "SELECT count(*) FROM monitoring.removed_payload WHERE "
                                        + new Span(series).days(from, to))
                        > 0);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public Map<Integer, Map<String, String>> slices(ModelVersionId version) {
        return Database.use(database, version, Map.of(), (connection, series) -> {
            var slices = new TreeMap<Integer, Map<String, String>>();
            try (var query =
                    connection.prepareStatement("SELECT id, group_values FROM monitoring.slice WHERE series = ?")) {
                query.setInt(1, series);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        slices.put(rows.getInt(1), SortedJson.texts(rows.getString(2)));
                    }
                }
            }
            return slices;
        });
    }
}
