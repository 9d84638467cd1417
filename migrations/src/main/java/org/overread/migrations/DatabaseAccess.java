package org.overread.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a database: its JDBC URL without credentials, a user and that user's password. */
public record DatabaseAccess(String url, String user, String password) {
    public DatabaseAccess as(String otherUser, String otherPassword) {
        return new DatabaseAccess(url, otherUser, otherPassword);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
