package org.overread.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that the product brings along, reached over 127.0.0.1 and never without a password. Its data folder is
 * kept between starts; its programs are unpacked beside it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** What says nothing of the contents goes to the log; errors of statements, which quote values, do not. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "300",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "log_min_messages", "log",
            "log_error_verbosity", "terse",
            "log_checkpoints", "off");

    private static final int POLL_MILLIS = 50;

    private final DataFolder data;
    private final int port;
    private final DatabaseAccess owner;
    private final Map<String, String> settings;
    private final Redirect log;
    private final @Nullable Path passing;
    private Process server;
    private boolean stopping;

    private EmbeddedDatabase(
            DataFolder data, int port, String password, boolean safe, Redirect log, @Nullable Path passing)
            throws IOException {
        this.data = data;
        this.port = port == 0 ? freePort() : port;
        this.owner = new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres?requireAuth=scram-sha-256",
                DataFolder.OWNER,
                password);
        this.settings = new TreeMap<>(SETTINGS);
        this.settings.putAll(Map.of("fsync", safe ? "on" : "off", "synchronous_commit", safe ? "on" : "off"));
        this.log = log;
        this.passing = passing;
        this.server = data.start(this.port, settings, log);
        awaitAnswer();
    }

    /**
     * Starts the database, migrates it, writes how the application reaches it, and keeps it running until it is told to
     * stop. Exits with 1 and one line that says why when that is not possible.
     *
     * @param args the data folder, the port (0 for any), and the file that receives url, user and password, one a line
     */
    public static void main(String[] args) throws InterruptedException {
        var folder = Path.of(args[0]).toAbsolutePath();
        try {
            var database = kept(folder, Integer.parseInt(args[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            var secret = OwnerOnly.secret(folder.resolveSibling("application.secret"));
            var application = database.owner().as("overread_app", secret);
            Migrate.run(database.owner(), application);
            OwnerOnly.write(
                    Path.of(args[2]),
                    application.url() + "\n" + application.user() + "\n" + application.password() + "\n");
            database.keepRunning();
        } catch (IOException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Starts on a data folder that outlives the process; only who knows the password kept beside it may connect. */
    public static EmbeddedDatabase kept(Path folder, int port) throws IOException {
        return kept(folder, port, Programs.in(OwnerOnly.above(folder).resolve("programs")));
    }

    static EmbeddedDatabase kept(Path folder, int port, Programs programs) throws IOException {
        var secret = OwnerOnly.folder(OwnerOnly.above(folder)).resolve("owner.secret");
        var data = DataFolder.closed(folder, programs, secret);
        return new EmbeddedDatabase(data, port, OwnerOnly.secret(secret), true, Redirect.INHERIT, null);
    }

    /** Starts an empty database that is gone when it is closed or this process ends, for tests. */
    public static EmbeddedDatabase temporary() throws IOException {
        var home = Files.createTempDirectory("overread-database-", OwnerOnly.FOLDER);
        var secret = home.resolve("owner.secret");
        var data = DataFolder.closed(home.resolve("database"), Programs.in(home.resolve("programs")), secret);
        var database = new EmbeddedDatabase(data, 0, OwnerOnly.secret(secret), false, Redirect.DISCARD, home);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        return database;
    }

    public DatabaseAccess owner() {
        return owner;
    }

    /** The process that answers. */
    ProcessHandle process() {
        return server.toHandle();
    }

    /**
     * Starts the database again, on the same port, each time it ends by itself.
     *
     * @throws IOException when it ends so often that there is no use in it
     */
    void keepRunning() throws IOException, InterruptedException {
        var ends = new Ends();
        while (true) {
            int code = server.waitFor();
            if (isStopping()) {
                return;
            }
            if (ends.tooMany(System.nanoTime())) {
                throw new IOException(
                        "The database ended by itself " + Ends.BEARABLE + " times within " + Ends.WITHIN.toMinutes()
                                + " minutes, at last with code " + code + ". It is not started again.");
            }
            System.err.println("The database ended by itself (code " + code + "); starting it again.");
            Thread.sleep(ends.pause());
            startAgain();
        }
    }

    @Override
    public synchronized void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        try {
            data.stop();
            server.waitFor();
            if (passing != null) {
                OwnerOnly.remove(passing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void startAgain() throws IOException {
        if (stopping) {
            return;
        }
        server = data.start(port, settings, log);
        try {
            awaitAnswer();
            System.err.println("The database is running again.");
        } catch (IOException e) {
            if (server.isAlive()) {
                throw e;
            }
            System.err.println(e.getMessage());
        }
    }

    /** Waits as long as it takes: after a crash PostgreSQL first repeats what it had not yet put in its place. */
    private void awaitAnswer() throws IOException {
        while (!data.ready(server.pid())) {
            if (!server.isAlive()) {
                throw new IOException("The database ended as it started, with code " + server.exitValue());
            }
            pause();
        }
        try (var connection = owner.connect()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new IOException("The database on port " + port + " refuses: " + e.getMessage(), e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
