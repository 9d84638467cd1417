package org.overread.monitoring.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/** Does something with a connection and the series of a version, and tells failures in the product's words. */
public final class Database {
    private Database() {}

    /** What is done with a connection. */
    public interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException, IOException;
    }

    /** What is done with a connection, for the series of a version. */
    public interface SeriesWork<T extends @Nullable Object> {
        T with(Connection connection, int series) throws SQLException, IOException;
    }

    /** Does it, in the transaction that is under way if there is one. */
    public static <T extends @Nullable Object> T use(DataSource database, Work<T> work) {
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
    public static <T extends @Nullable Object> T use(
            DataSource database, ModelVersionId version, T nothing, SeriesWork<T> work) {
        return use(database, connection -> {
            var series = series(connection, version);
            return series == null ? nothing : work.with(connection, series);
        });
    }

    /** Does it in a transaction of its own that sees one moment and keeps nothing; so it must not be called within another. */
    public static <T extends @Nullable Object> T atOneMoment(DataSource database, Work<T> work) {
        return use(database, connection -> {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return work.with(connection);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        });
    }

    /** The key of a version's series; null before its first prediction. */
    public static @Nullable Integer series(Connection connection, ModelVersionId version) throws SQLException {
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
