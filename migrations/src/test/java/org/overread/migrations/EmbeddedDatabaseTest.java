package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path home;

    @Test
    @DisplayName("G6: what a kept database has taken in is on the disk, also when the power fails a moment later")
    void aKeptDatabaseWritesThrough() throws Exception {
        try (var database = kept(home.resolve("database"))) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    @DisplayName("G6: only this machine reaches it, only with the password, and no socket file lies about")
    void isReachedOverOneDoorOnly() throws Exception {
        try (var database = kept(home.resolve("data of a hospital"))) {
            var stranger = database.owner().as("postgres", "guess");

            assertThatThrownBy(stranger::connect).hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> new Socket("127.0.0.2", port(database))).isInstanceOf(ConnectException.class);
            assertThat(setting(database, "unix_socket_directories")).isEmpty();
            assertThat(setting(database, "log_min_messages")).isEqualTo("log");
        }
    }

    @Test
    @DisplayName(
            "G6: a folder that an older build left open to everybody on the machine is closed before anything listens")
    void closesTheDataOfAnOlderBuild() throws Exception {
        var data = home.resolve("database");
        openToEverybody(data);
        try (var database = kept(data)) {
            assertClosed(database, data);
        }
    }

    @Test
    @DisplayName("G6: with its password lost, the data beside it are kept and get a new one")
    void givesANewPasswordWhenTheOldOneIsLost() throws Exception {
        var data = home.resolve("database");
        try (var database = kept(data);
                var connection = database.owner().connect()) {
            connection.createStatement().execute("CREATE TABLE kept (id int)");
        }
        Files.writeString(home.resolve("owner.secret"), "");

        try (var database = kept(data);
                var connection = database.owner().connect();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    @DisplayName("G6: what a first start left half made is set aside, and the start begins anew")
    void beginsAnewBesideWhatIsHalfMade() throws Exception {
        var data = Files.createDirectories(home.resolve("database"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.createDirectories(home.resolve("database.new123"));

        try (var database = kept(data)) {
            assertClosed(database, data);
            assertThat(home.resolve("database.unfinished")).exists();
            assertThat(home.resolve("database.new123")).doesNotExist();
        }
    }

    @Test
    @DisplayName("G6: data that were in use and cannot be opened are never replaced by empty ones")
    void neverReplacesDataThatWereInUse() throws Exception {
        var data = Files.createDirectories(home.resolve("database"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(home.resolve("application.secret"), "in use");

        assertThatThrownBy(() -> kept(data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be opened; nothing was changed");
        assertThat(data.resolve("PG_VERSION")).exists();
    }

    static EmbeddedDatabase kept(Path data) throws IOException {
        return EmbeddedDatabase.kept(data, 0, SharedPrograms.PROGRAMS);
    }

    private static void openToEverybody(Path data) throws Exception {
        var made = new ProcessBuilder(SharedPrograms.PROGRAMS.command(
                        "initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
    }

    static void assertClosed(EmbeddedDatabase database, Path data) throws Exception {
        assertThatThrownBy(() -> database.owner().as("postgres", "").connect()).isInstanceOf(SQLException.class);
        assertThat(Files.readString(data.resolve("pg_hba.conf")))
                .contains("scram-sha-256")
                .doesNotContain("trust");
        try (var connection = database.owner().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_authid WHERE rolcanlogin AND rolpassword IS NULL")) {
            rows.next();
            assertThat(rows.getInt(1)).as("roles that need no password").isZero();
        }
    }

    private static String setting(EmbeddedDatabase database, String name) throws SQLException {
        try (var connection = database.owner().connect();
                var rows = connection.createStatement().executeQuery("SELECT current_setting('" + name + "')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    static int port(EmbeddedDatabase database) {
        return URI.create(database.owner().url().substring("jdbc:".length())).getPort();
    }
}
