package org.overread.monitoring.drift.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.FeatureHistory;
import org.overread.monitoring.drift.FeatureTally;
import org.overread.monitoring.drift.Observed;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.profile.Profiles;
import org.overread.monitoring.profile.TimeSpan;
import org.overread.monitoring.store.Database;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Reads few predictions one by one, each row once for all periods. Of many, and where payloads were removed, the profiles
 * of days and weeks are read.
 *
 * @see "Decision 011: profiles of days"
 */
@ApplicationScoped
class JdbcFeatureHistory implements FeatureHistory {
    /** A prediction that names no patient stands for one of its own. */
    private static final String PATIENT = "coalesce(patient_key, hashint8extended(batch::bigint << 32 | line, 0))";

    private static final Actor.Product PRODUCT = new Actor.Product("drift");

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Inject
    Catalog catalog;

    @Inject
    Profiles profiles;

    /** So many predictions are read and counted in less time than a person notices. */
    long few = 200_000;

    @Override
    public Observed of(ModelVersionId version, List<Period> periods, @Nullable String site) {
        return readable(version, periods, site) ? counted(version, periods, site) : profiled(version, periods, site);
    }

    private Observed counted(ModelVersionId version, List<Period> periods, @Nullable String site) {
        var tally = new FeatureTally(periods.size());
        var basis = Database.use(database, version, DriftBasis.NOTHING, (connection, series) -> {
            var driver = connection.unwrap(PGConnection.class);
            try (var copy = new PGCopyInputStream(driver, query(driver, series, periods, site));
                    var in = new DataInputStream(new BufferedInputStream(copy, 1 << 16))) {
                var rows = new FeatureRows(in, periods, tally);
                rows.read();
                return rows.basis();
            }
        });
        return new Observed(tally.distributions(), basis);
    }

    private Observed profiled(ModelVersionId version, List<Period> periods, @Nullable String site) {
        var declared = catalog.version(PRODUCT, version).declared().threshold();
        var times = periods.stream()
                .map(period -> new TimeSpan(period.from(), period.to()))
                .toList();
        return ProfiledColumns.of(
                profiles.features(version, times, site),
                profiles.scores(version, times, site, declared == null ? Double.NaN : declared));
    }

    /** Few predictions, whose features are all there. */
    private boolean readable(ModelVersionId version, List<Period> periods, @Nullable String site) {
        var from = day(first(periods));
        var to = day(last(periods)).plusDays(1);
        var predictions = profiles.predictions(version, from, to, site);
        return predictions <= few && !profiles.payloadsRemoved(version, from, to);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public Optional<Period> span(ModelVersionId version) {
        return Database.use(database, version, Optional.empty(), (connection, series) -> {
            try (var query = connection.prepareStatement(
                    "SELECT min(occurred_at), max(occurred_at) FROM monitoring.prediction WHERE series = ?")) {
                query.setInt(1, series);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    var first = rows.getObject(1, OffsetDateTime.class);
                    return first == null
                            ? Optional.empty()
                            : Optional.of(period(first, rows.getObject(2, OffsetDateTime.class)));
                }
            }
        });
    }

    private static Period period(OffsetDateTime first, OffsetDateTime last) {
        return new Period(first.toInstant(), last.toInstant().plusNanos(1_000));
    }

    /** {@code COPY} takes no parameters, so numbers and times are written out and text is escaped by the driver. */
    private static String query(PGConnection driver, int series, List<Period> periods, @Nullable String site)
            throws SQLException {
        var where = new StringBuilder("series = ").append(series);
        where.append(" AND occurred_at >= '").append(first(periods)).append('\'');
        where.append(" AND occurred_at < '").append(last(periods)).append('\'');
        if (site != null) {
            where.append(" AND site = '").append(driver.escapeLiteral(site)).append('\'');
        }
        return "COPY (SELECT occurred_at, score, outcome, " + PATIENT + ", features FROM monitoring.prediction WHERE "
                + where + ") TO STDOUT (FORMAT binary)";
    }

    private static Instant first(List<Period> periods) {
        return periods.stream().map(Period::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Period> periods) {
        return periods.stream().map(Period::to).max(Comparator.naturalOrder()).orElseThrow();
    }
}
