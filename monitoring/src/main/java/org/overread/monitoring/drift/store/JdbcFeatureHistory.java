package org.overread.monitoring.drift.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.FeatureHistory;
import org.overread.monitoring.drift.FeatureTally;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Counts the values of the log's rows while they stream by, each row once for all periods. */
@ApplicationScoped
class JdbcFeatureHistory implements FeatureHistory {
    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    private interface Reading<T> {
        T read(Connection connection, int series) throws SQLException, IOException;
    }

    @Override
    public List<SortedMap<Column, FeatureDistribution>> of(
            ModelVersionId version, List<Period> periods, @Nullable String site) {
        var tally = new FeatureTally(periods.size());
        read(version, Optional.<Boolean>empty(), (connection, series) -> {
            var driver = connection.unwrap(PGConnection.class);
            try (var copy = new PGCopyInputStream(driver, query(driver, series, periods, site));
                    var in = new DataInputStream(new BufferedInputStream(copy, 1 << 16))) {
                new FeatureRows(in, periods, tally).read();
            }
            return Optional.of(true);
        });
        return tally.distributions();
    }

    @Override
    public Optional<Period> span(ModelVersionId version) {
        return read(version, Optional.empty(), (connection, series) -> {
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
        return "COPY (SELECT occurred_at, score, outcome, features FROM monitoring.prediction WHERE " + where
                + ") TO STDOUT (FORMAT binary)";
    }

    private static Instant first(List<Period> periods) {
        return periods.stream().map(Period::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Period> periods) {
        return periods.stream().map(Period::to).max(Comparator.naturalOrder()).orElseThrow();
    }

    private <T> T read(ModelVersionId version, T nothing, Reading<T> reading) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT id FROM monitoring.series WHERE model = ? AND version = ?")) {
            query.setString(1, version.model());
            query.setInt(2, version.version());
            try (var rows = query.executeQuery()) {
                return rows.next() ? reading.read(connection, rows.getInt(1)) : nothing;
            }
        } catch (SQLException | IOException e) {
            var failure = new GovernanceException(
                    ErrorCode.OUTSIDE, "The database does not answer as it should: try again in a moment");
            failure.initCause(e);
            throw failure;
        }
    }
}
