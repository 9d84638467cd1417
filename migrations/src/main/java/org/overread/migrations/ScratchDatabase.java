package org.overread.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Migrated throw-away databases on one embedded server, which ends with this Java process. For tests. */
public final class ScratchDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private ScratchDatabase() {}

    /** What a test gets: the same fresh database, as its owner and as the application. */
    public record Access(DatabaseAccess owner, DatabaseAccess application) {}

    private static final class Server {
        static final DatabaseAccess OWNER = start();

        private static DatabaseAccess start() {
            try {
                return EmbeddedDatabase.temporary().owner();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new database with the whole schema and nothing in it. */
    public static Access fresh() {
        var server = Server.OWNER;
        var name = "scratch" + COUNT.incrementAndGet();
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        var owner =
                new DatabaseAccess(server.url().replaceFirst("/[^/]+$", "/" + name), server.user(), server.password());
        var application = owner.as("overread_app", "scratch");
        Migrate.run(owner, application);
        return new Access(owner, application);
    }
}
