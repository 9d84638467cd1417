package org.overread.monitoring.drift.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.PatientRows;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.store.Database;
import org.overread.monitoring.subgroup.PatientKey;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** Reads predictions of the log, of very many only so many. */
@ApplicationScoped
class JdbcPatientRows implements PatientRows {
    private static final int MOST = 200_000;
    private static final int FETCH = 2_000;

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Override
    public void read(ModelVersionId version, Period period, @Nullable String site, Reader reader) {
        Database.<@Nullable Void>use(database, connection -> {
            try (var query = connection.prepareStatement(
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
            }
            return null;
        });
    }

    private static boolean seen(ResultSet rows, long row, Reader reader) throws SQLException {
        var key = rows.getLong(1);
        var patient = rows.wasNull() ? PatientKey.unnamed(row) : key;
        var features = rows.getString(2);
        return reader.see(
                patient,
                SortedJson.texts(features),
                rows.getObject(3, Double.class),
                rows.getObject(4) instanceof Number outcome ? Integer.valueOf(outcome.intValue()) : null);
    }
}
