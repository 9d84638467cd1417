package org.overread.monitoring.plan.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.overread.monitoring.plan.DayCount;
import org.overread.monitoring.plan.FeatureSighting;
import org.overread.monitoring.plan.Sightings;
import org.overread.monitoring.plan.SiteDays;
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** Asks profiles of days and the log of predictions. Of the features it reads some thousand predictions only: a proposal needs no more. */
@ApplicationScoped
class JdbcSightings implements Sightings {
    private static final int SOME = 5_000;
    private static final String OF_SERIES =
            " FROM monitoring.prediction p JOIN monitoring.series s ON s.id = p.series WHERE s.model = ? AND s.version"
                    + " = ?";

    /** Days are counted in their profiles; the log is read of those that are behind. */
    private static final String DAYS = """
            WITH s AS (SELECT id FROM monitoring.series WHERE model = ? AND version = ?),
                behind AS (SELECT DISTINCT day FROM monitoring.changed_day WHERE series = (SELECT id FROM s))
            SELECT day, sum(predictions), sum(known), sum(events) FROM monitoring.profile
            WHERE series = (SELECT id FROM s) AND day NOT IN (SELECT day FROM behind) GROUP BY day
            UNION ALL SELECT b.day, count(*), count(p.outcome), coalesce(sum(p.outcome), 0)
            FROM behind b JOIN monitoring.prediction p ON p.series = (SELECT id FROM s)
                AND p.occurred_at >= b.day::timestamp AT TIME ZONE 'UTC'
                AND p.occurred_at < (b.day + 1)::timestamp AT TIME ZONE 'UTC'
            GROUP BY b.day ORDER BY 1""";

    private static final String SITES = """
            WITH s AS (SELECT id FROM monitoring.series WHERE model = ? AND version = ?),
                behind AS (SELECT DISTINCT day FROM monitoring.changed_day WHERE series = (SELECT id FROM s)),
                sent AS (
                    SELECT day, site FROM monitoring.profile
                    WHERE series = (SELECT id FROM s) AND day NOT IN (SELECT day FROM behind)
                    UNION SELECT b.day, p.site FROM behind b JOIN monitoring.prediction p
                        ON p.series = (SELECT id FROM s)
                        AND p.occurred_at >= b.day::timestamp AT TIME ZONE 'UTC'
                        AND p.occurred_at < (b.day + 1)::timestamp AT TIME ZONE 'UTC')
            SELECT site, min(day), max(day), count(*) FROM sent WHERE site <> '' GROUP BY site ORDER BY site""";

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    private interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    @Override
    public List<DayCount> days(ModelVersionId version) {
        return read(
                DAYS,
                version,
                rows -> new DayCount(
                        rows.getObject(1, LocalDate.class), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
    }

    @Override
    public List<SiteDays> sites(ModelVersionId version) {
        return read(
                SITES,
                version,
                rows -> new SiteDays(
                        rows.getString(1),
                        rows.getObject(2, LocalDate.class),
                        rows.getObject(3, LocalDate.class),
                        rows.getLong(4)));
    }

    @Override
    public Optional<Instant> newest(ModelVersionId version) {
        return read(
                        "SELECT max(p.occurred_at)" + OF_SERIES,
                        version,
                        rows -> Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                .getFirst();
    }

    @Override
    public List<FeatureSighting> features(ModelVersionId version) {
        var counting = new FeatureCounting();
        read("SELECT p.features" + OF_SERIES + " LIMIT " + SOME, version, rows -> rows.getString(1))
                .forEach(text -> counting.add(SortedJson.texts(text)));
        return counting.sightings();
    }

    private <T> List<T> read(String sql, ModelVersionId version, Row<T> row) {
        return Database.use(database, connection -> {
            try (var query = connection.prepareStatement(sql)) {
                query.setString(1, version.model());
                query.setInt(2, version.version());
                try (var rows = query.executeQuery()) {
                    var found = new ArrayList<T>();
                    while (rows.next()) {
                        found.add(row.read(rows));
                    }
                    return found;
                }
            }
        });
    }
}
