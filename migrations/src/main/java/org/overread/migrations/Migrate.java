package org.overread.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the schema of this build. The owner runs the scripts; the application works as a role of its
 * own, which cannot alter the schema and cannot update or delete what must stay.
 */
public final class Migrate {
    private Migrate() {}

    /**
     * Migrates the database that the environment names, and exits with 0; or prints one line that says what is wrong,
     * and exits with 1.
     */
    public static void main(String[] args) {
        try {
            var owner = new DatabaseAccess(
                    environment("OVERREAD_DB_URL"),
                    environment("OVERREAD_DB_USER"),
                    environment("OVERREAD_DB_PASSWORD"));
            var application = owner.as(environment("OVERREAD_DB_APP_USER"), environment("OVERREAD_DB_APP_PASSWORD"));
            int applied = run(owner, application);
            System.out.println(applied == 0 ? "The schema is up to date." : "Applied " + applied + " schema scripts.");
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Creates the application's role if it is missing and runs every script that has not run yet.
     *
     * @return the number of scripts run now
     * @throws IllegalStateException when the database cannot be reached or refuses; the message is one line
     */
    public static int run(DatabaseAccess owner, DatabaseAccess application) {
        try (var connection = owner.connect()) {
            ensureRole(connection, application);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot use the database as " + owner + ": " + firstLine(e), e);
        }
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .placeholders(Map.of("application", application.user()))
                // each schema has its own range of numbers, so a new script may stand before those that have run
                .outOfOrder(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static void ensureRole(Connection connection, DatabaseAccess application) throws SQLException {
        if (application.user().equals(connection.getMetaData().getUserName())) {
            throw new IllegalStateException("The application must not work as the owner of the schema, "
                    + application.user() + ": set OVERREAD_DB_APP_USER to another role");
        }
        try (var statement = connection.prepareStatement("""
                SELECT format(CASE WHEN EXISTS (SELECT 1 FROM pg_roles WHERE rolname = ?)
                                   THEN 'ALTER ROLE %I LOGIN PASSWORD %L'
                                   ELSE 'CREATE ROLE %I LOGIN PASSWORD %L' END, ?::text, ?::text)""")) {
            statement.setString(1, application.user());
            statement.setString(2, application.user());
            statement.setString(3, application.password());
            try (var rows = statement.executeQuery();
                    var change = connection.createStatement()) {
                rows.next();
                change.execute(rows.getString(1));
            }
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set " + name + " to reach the database");
        }
        return value;
    }
}
