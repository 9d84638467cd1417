package org.overread.monitoring.drift.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.PatientRows;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.subgroup.PatientKey;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.CanonicalJson;

/** Reads predictions of the log, of very many only so many. */
@ApplicationScoped
class JdbcPatientRows implements PatientRows {
    private static final int MOST = 200_000;
    private static final int FETCH = 2_000;

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    /** So that Jackson knows what the map holds. */
    private static final class Features extends TreeMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void read(ModelVersionId version, Period period, @Nullable String site, Reader reader) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT p.patient_key, p.features, p.score, p.outcome FROM monitoring.prediction p"
                                + " JOIN monitoring.series s ON s.id = p.series"
                                + " WHERE s.model = ? AND s.version = ? AND p.occurred_at >= ? AND p.occurred_at < ?"
                                + " AND (CAST(? AS text) IS NULL OR p.site = ?) LIMIT " + MOST)) {
            query.setFetchSize(FETCH);
            query.setString(1, version.model());
            query.setInt(2, version.version());
            query.setObject(3, period.from().atOffset(ZoneOffset.UTC));
            query.setObject(4, period.to().atOffset(ZoneOffset.UTC));
            query.setString(5, site);
            query.setString(6, site);
            try (var rows = query.executeQuery()) {
                boolean more = true;
                for (long row = 0; more && rows.next(); row++) {
                    more = seen(rows, row, reader);
                }
            }
        } catch (SQLException e) {
            var failure = new GovernanceException(
                    ErrorCode.OUTSIDE, "The database does not answer as it should: try again in a moment");
            failure.initCause(e);
            throw failure;
        }
    }

    private static boolean seen(ResultSet rows, long row, Reader reader) throws SQLException {
        var key = rows.getLong(1);
        var patient = rows.wasNull() ? PatientKey.unnamed(row) : key;
        var features = rows.getString(2);
        return reader.see(
                patient,
                features == null ? Map.of() : CanonicalJson.read(features, Features.class),
                rows.getObject(3, Double.class),
                rows.getObject(4) instanceof Number outcome ? Integer.valueOf(outcome.intValue()) : null);
    }
}
