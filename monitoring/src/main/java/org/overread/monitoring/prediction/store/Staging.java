package org.overread.monitoring.prediction.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The connection of one batch, the temporary table its lines arrive in, and the keys it writes under. */
final class Staging implements AutoCloseable {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection pooled;
    private final Connection direct;
    private final int series;
    private final int batch;
    private boolean used;

    /** What is done with one row of an answer. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** The driver's own connection is kept beside the pooled one: it may be used by another thread, by one at a time. */
    Staging(Connection pooled, int series, int batch) throws SQLException {
        this.pooled = pooled;
        this.direct = (Connection) pooled.unwrap(PGConnection.class);
        this.series = series;
        this.batch = batch;
    }

    Connection connection() {
        return direct;
    }

    int series() {
        return series;
    }

    int batch() {
        return batch;
    }

    /**
     * Copies rows into a table unless one of their keys is there already; then nothing of them is left behind.
     *
     * @return whether they were copied
     */
    boolean copyUnlessKnown(String table, CopyRows rows) throws SQLException {
        execute("SAVEPOINT piece");
        try {
            copy(table, rows);
            execute("RELEASE SAVEPOINT piece");
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            execute("ROLLBACK TO SAVEPOINT piece");
            return false;
        }
    }

    /**
     * Copies rows into a temporary table that holds nothing else then. The table stays with the connection, emptied at
     * each commit, so that small batches do not create one each.
     */
    void copyAside(String definition, String table, String columns, CopyRows rows) throws SQLException {
        if (used) {
            execute("TRUNCATE " + table);
        } else {
            execute("SET LOCAL client_min_messages = warning");
            execute(definition);
        }
        used = true;
        copy(table + columns, rows);
    }

    int update(String sql, Object... values) throws SQLException {
        try (var statement = direct.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The number that a statement answers. */
    int count(String sql, Object... values) throws SQLException {
        var count = new int[1];
        each(sql, row -> count[0] = row.getInt(1), values);
        return count[0];
    }

    /** Takes every row of an answer and tells how many there were. */
    int each(String sql, Row taker, Object... values) throws SQLException {
        try (var statement = direct.prepareStatement(sql)) {
            statement.setFetchSize(1_000);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int count = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                    count++;
                }
            }
            return count;
        }
    }

    private void copy(String target, CopyRows rows) throws SQLException {
        var copy = ((PGConnection) direct).getCopyAPI().copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
        try {
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = direct.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            pooled.close();
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }
}
