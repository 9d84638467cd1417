package org.overread.monitoring.profile.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.FeatureBytes;
import org.overread.monitoring.profile.FeatureProfile;
import org.overread.monitoring.profile.Profiles;
import org.overread.monitoring.profile.ScoreBytes;
import org.overread.monitoring.profile.ScoreProfile;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.CanonicalJson;

/**
 * Profiles of days in PostgreSQL.
 *
 * <p>Which days are behind is asked before profiles are read, and these days are then left out of the reading: so a day
 * counts once, also when its profile is brought up to date in between.
 */
@ApplicationScoped
class JdbcProfiles implements Profiles {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    /** So that Jackson knows what the map holds. */
    private static final class GroupValues extends TreeMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    private record DayBytes(LocalDate day, byte[] bytes) {}

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
    public SortedMap<LocalDate, ScoreProfile> scores(
            ModelVersionId version,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String site,
            double threshold) {
        return Database.use(database, version, new TreeMap<>(), (connection, series) -> {
            var changed = changed(connection, series, from, to);
            var stored = read(connection, "scores", series, from, to, site, changed);
            var days = byDay(stored, ScoreBytes::read, ScoreProfile::merged);
            if (!changed.isEmpty()) {
                days.putAll(RawScores.byDay(connection, new Span(series).site(connection, site), changed, threshold));
            }
            return days;
        });
    }

    @Override
    public ScoreProfile scoresOf(
            ModelVersionId version, Instant from, Instant to, @Nullable String site, double threshold) {
        return Database.use(
                database,
                version,
                ScoreProfile.empty(threshold),
                (connection, series) -> RawScores.of(
                        connection, new Span(series).times(from, to).site(connection, site), threshold));
    }

    @Override
    public SortedMap<LocalDate, FeatureProfile> features(
            ModelVersionId version, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String site) {
        return Database.use(database, version, new TreeMap<>(), (connection, series) -> {
            var changed = changed(connection, series, from, to);
            var stored = read(connection, "features", series, from, to, site, changed);
            return byDay(stored, FeatureBytes::read, FeatureProfile::merged);
        });
    }

    @Override
    public @Nullable Long scored(
            ModelVersionId version, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String site) {
        return Database.<@Nullable Long>use(database, version, 0L, (connection, series) -> {
            if (!changed(connection, series, from, to).isEmpty()) {
                return null;
            }
            var where = new Span(series).days(from, to).site(connection, site);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT coalesce(sum(scored), 0) FROM monitoring.profile WHERE " + where)) {
                rows.next();
                return rows.getLong(1);
            }
        });
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
                        slices.put(rows.getInt(1), CanonicalJson.read(rows.getString(2), GroupValues.class));
                    }
                }
            }
            return slices;
        });
    }

    private static SortedSet<LocalDate> changed(
            Connection connection, int series, @Nullable LocalDate from, @Nullable LocalDate to) throws SQLException {
        var days = new TreeSet<LocalDate>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT DISTINCT day FROM monitoring.changed_day WHERE " + new Span(series).days(from, to))) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    private static List<DayBytes> read(
            Connection connection,
            String column,
            int series,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String site,
            SortedSet<LocalDate> without)
            throws SQLException, IOException {
        var where = new Span(series).days(from, to).site(connection, site).without(without);
        var query = "SELECT day - DATE '1970-01-01', " + column + " FROM monitoring.profile WHERE " + where;
        var read = new ArrayList<DayBytes>();
        try (var rows = new CopyOut(connection, query)) {
            while (rows.next()) {
                read.add(new DayBytes(LocalDate.ofEpochDay(rows.int4()), rows.bytes()));
            }
        }
        return read;
    }

    private static <T> SortedMap<LocalDate, T> byDay(
            List<DayBytes> stored, Function<byte[], T> reading, Function<List<T>, T> merging) {
        return stored.parallelStream()
                .collect(Collectors.groupingByConcurrent(
                        DayBytes::day, Collectors.mapping(part -> reading.apply(part.bytes), Collectors.toList())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> merging.apply(entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
