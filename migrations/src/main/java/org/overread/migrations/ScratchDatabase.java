package org.overread.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
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
                var server = EmbeddedDatabase.temporary().owner();
                var template = create(server, "migrated", "template1");
                Migrate.run(template.owner(), template.application());
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new database with the whole schema and nothing in it: a copy of one that was migrated once. */
    public static Access fresh() {
        return create(Server.OWNER, "scratch" + COUNT.incrementAndGet(), "migrated");
    }

    /** A new database without any schema. */
    static Access empty() {
        return create(Server.OWNER, "scratch" + COUNT.incrementAndGet(), "template1");
    }

    private static Access create(DatabaseAccess server, String name, String template) {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var owner =
                new DatabaseAccess(server.url().replaceFirst("/[^/]+$", "/" + name), server.user(), server.password());
        return new Access(owner, owner.as("overread_app", "scratch"));
    }
}
