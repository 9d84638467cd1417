package org.overread.monitoring.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.migrations.DatabaseAccess;
import org.overread.monitoring.prediction.LongTransaction;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One connection with transactions, as the server's pool would hand it out: inside {@link #run} every caller gets the
 * same one, outside each statement commits by itself.
 */
public final class TestTransactions implements LongTransaction {
    private final Connection connection;

    public TestTransactions(DatabaseAccess access) {
        try {
            connection = plain(access).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A data source whose connections commit at once, as in a transaction of their own. */
    public static DataSource plain(DatabaseAccess access) {
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    /** The data source that takes part in {@link #run}. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> handle());
    }

    @Override
    public <T> T run(Supplier<T> work) {
        try {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                var result = work.get();
                done = true;
                return result;
            } finally {
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection handle() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    return call(method, args);
                });
    }

    private @Nullable Object call(java.lang.reflect.Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
