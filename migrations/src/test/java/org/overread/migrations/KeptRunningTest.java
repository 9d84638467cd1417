package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded database in a process of its own, as the launcher starts it, and what befalls it. */
class KeptRunningTest {
    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init") // each test starts one
    private Process process;

    @AfterEach
    void stop() throws Exception {
        process.destroy();
        process.waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"programs.new", "database.new", "database", "database/postmaster.pid"})
    @DisplayName("G6: a first start killed at any moment is completed or cleaned by the next, and open to nobody")
    void completesAStartThatWasKilled(String moment) throws Exception {
        if (!moment.equals("programs.new")) {
            bringPrograms();
        }
        start();
        until(() -> begun(moment));
        process.destroyForcibly().waitFor();

        try (var database = EmbeddedDatabase.kept(home.resolve("database"), 0)) {
            EmbeddedDatabaseTest.assertClosed(database, home.resolve("database"));
            assertThat(Migrate.run(database.owner(), database.owner().as("overread_app", "a password")))
                    .isNotNegative();
        }
        try (var left = Files.list(home)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .isSubsetOf("programs", "database", "owner.secret", "application.secret", "access", "log");
        }
    }

    @Test
    @DisplayName("G6: a database that is killed is back on the same port within seconds, and the log says so")
    void startsAgainWhatDied() throws Exception {
        bringPrograms();
        start();
        until(() -> Files.exists(home.resolve("access")));
        var lines = Files.readAllLines(home.resolve("access"));
        var application = new DatabaseAccess(lines.get(0), lines.get(1), lines.get(2));
        var killed = Long.parseLong(
                Files.readAllLines(home.resolve("database/postmaster.pid")).getFirst());

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        until(() -> log().contains("The database is running again."));

        try (var connection = application.connect()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(log()).contains("The database ended by itself (code 137); starting it again.");
    }

    private void bringPrograms() throws Exception {
        var copied = new ProcessBuilder("cp", "-a", SharedPrograms.FOLDER.toString(), home.toString()).start();
        assertThat(copied.waitFor()).isZero();
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabase.class.getName(),
                        home.resolve("database").toString(),
                        "0",
                        home.resolve("access").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
    }

    private boolean begun(String name) {
        if (!name.endsWith(".new")) {
            return Files.exists(home.resolve(name));
        }
        try (var files = Files.list(home)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(name));
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(home.resolve("log"));
        } catch (IOException e) {
            return "";
        }
    }

    private void until(BooleanSupplier happened) throws InterruptedException {
        for (int i = 0; i < 6_000 && !happened.getAsBoolean(); i++) {
            assertThat(process.isAlive()).as(log()).isTrue();
            Thread.sleep(10);
        }
        assertThat(happened.getAsBoolean()).as(log()).isTrue();
    }
}
