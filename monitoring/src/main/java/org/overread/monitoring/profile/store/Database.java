package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/** Does something with a connection and the series of a version, and tells failures in the product's words. */
final class Database {
    private Database() {}

    interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException, IOException;
    }

    interface SeriesWork<T extends @Nullable Object> {
        T with(Connection connection, int series) throws SQLException, IOException;
    }

    static <T extends @Nullable Object> T use(DataSource database, Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException | IOException e) {
            var failure = new GovernanceException(
                    ErrorCode.OUTSIDE, "The database does not answer as it should: try again in a moment");
            failure.initCause(e);
            throw failure;
        }
    }

    /** Without a series there are no predictions, and so the answer is that of none. */
    static <T extends @Nullable Object> T use(
            DataSource database, ModelVersionId version, T nothing, SeriesWork<T> work) {
        return use(database, connection -> {
            var series = series(connection, version);
            return series == null ? nothing : work.with(connection, series);
        });
    }

    private static @Nullable Integer series(Connection connection, ModelVersionId version) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT id FROM monitoring.series WHERE model = ? AND version = ?")) {
            query.setString(1, version.model());
            query.setInt(2, version.version());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : null;
            }
        }
    }
}
