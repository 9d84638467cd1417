package org.overread.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;

/** A PostgreSQL that the product brings along. Its data folder is kept between starts. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String OWNER = "postgres";

    private final EmbeddedPostgres server;
    private final DatabaseAccess owner;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.owner =
                new DatabaseAccess("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", OWNER, password);
    }

    /**
     * Starts the database, migrates it, writes how the application reaches it, and waits until it is told to stop.
     *
     * @param args the data folder, the port, and the file that receives url, user and password, one a line
     */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var announcement = Path.of(args[2]);
        try (var database = kept(folder, Integer.parseInt(args[1]))) {
            var application = database.owner().as("overread_app", secret(folder.resolveSibling("application.secret")));
            Migrate.run(database.owner(), application);
            var draft = announcement.resolveSibling(announcement.getFileName() + ".new");
            writeSecret(draft, application.url() + "\n" + application.user() + "\n" + application.password() + "\n");
            Files.move(draft, announcement, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            var stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database, stop)));
            stop.await();
        }
    }

    private static void close(EmbeddedDatabase database, CountDownLatch stop) {
        database.close();
        stop.countDown();
    }

    /** Starts on a data folder that outlives the process; only who knows the password kept beside it may connect. */
    public static EmbeddedDatabase kept(Path folder, int port) throws IOException, SQLException {
        Files.createDirectories(folder);
        endLeftover(folder);
        boolean fresh = !Files.exists(folder.resolve("PG_VERSION"));
        var password = secret(folder.resolveSibling("owner.secret"));
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setConnectConfig("password", password)
                // the library is made for tests and switches both off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        var database = new EmbeddedDatabase(server, password);
        if (fresh) {
            database.askForPasswords(folder, password);
        }
        return database;
    }

    /** Starts an empty database that is gone when it is closed, for tests. */
    public static EmbeddedDatabase temporary() throws IOException {
        return new EmbeddedDatabase(
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start(),
                OWNER);
    }

    public DatabaseAccess owner() {
        return owner;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void askForPasswords(Path folder, String password) throws IOException, SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + OWNER + " PASSWORD '" + password + "'");
            Files.writeString(folder.resolve("pg_hba.conf"), """
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** A server that outlived a killed launcher still holds the folder; it is asked to stop first. */
    private static void endLeftover(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        var leftover = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        leftover.ifPresent(process -> {
            process.destroy();
            process.onExit()
                    .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        });
        Files.deleteIfExists(pidFile);
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            writeSecret(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file, StandardCharsets.UTF_8).trim();
    }

    private static void writeSecret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
