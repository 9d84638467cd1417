package org.overread.migrations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an installation stands at this moment, by asking its parts rather than by what was noted at its start.
 *
 * @param launcher that the launcher is there
 * @param server since when the server's process runs; null if it does not
 * @param served that a server was started, be it there or not
 * @param was that it has been ready since its start
 * @param answer what the server says; null if it does not answer
 * @param database where the embedded database answers; empty text if it does not, null if there is none
 */
record Status(
        boolean launcher,
        @Nullable Instant server,
        boolean served,
        boolean was,
        @Nullable ReadyAnswer answer,
        @Nullable String database) {
    static final int READY = 0;
    static final int WRONG = 1;
    static final int STOPPED = 3;
    static final int STARTING = 4;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /** Prints it and exits with its code. Argument: the data folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Path.of(args[0]);
        var status = of(folder);
        System.out.println(status.sentence(line(folder.resolve("address")).orElse("")));
        status.details().forEach(detail -> System.out.println("  " + detail));
        System.out.println("  data      " + folder);
        System.exit(status.code());
    }

    /** 0 ready, 1 something is wrong, 3 not running, 4 starting. */
    int code() {
        if (!launcher) {
            return server == null && !up(database) ? STOPPED : WRONG;
        }
        if (answer != null && answer.ready()) {
            return database == null || up(database) ? READY : WRONG;
        }
        boolean failed = answer != null && !answer.failure().isEmpty();
        boolean gone = served && server == null || served && database != null && !up(database);
        return was || failed || gone ? WRONG : STARTING;
    }

    private String sentence(String address) {
        return switch (code()) {
            case READY -> "Ready at " + address;
            case STOPPED -> "Not running.";
            case STARTING -> "Starting.";
            default ->
                launcher
                        ? "Something is wrong" + (address.isEmpty() ? "." : " at " + address)
                        : "The launcher is gone, but what it started is not: ./overread stop ends it.";
        };
    }

    private List<String> details() {
        var lines = new ArrayList<String>();
        if (code() != STOPPED) {
            lines.add("server    " + serverWords());
            lines.add("database  " + databaseWords());
        }
        return lines;
    }

    private String serverWords() {
        if (server == null) {
            return served ? "down" : "not started yet";
        }
        var since = ", process since " + TIME.format(server);
        if (answer == null) {
            return (was ? "down: it does not answer" : "starting") + since;
        }
        if (!answer.failure().isEmpty()) {
            return "failed: " + answer.failure();
        }
        return (answer.ready() ? "up" : was ? "not ready" : "starting")
                + (answer.step().isEmpty() ? "" : ": " + answer.step())
                + since;
    }

    private String databaseWords() {
        if (database != null) {
            return up(database)
                    ? "up, the embedded one, at " + database
                    : served ? "down, the embedded one" : "starting";
        }
        return answer == null ? "not known" : (answer.database() ? "up" : "down") + ", your own";
    }

    private static boolean up(@Nullable String database) {
        return database != null && !database.isEmpty();
    }

    private static Status of(Path folder) throws IOException, InterruptedException {
        var launcher = process(folder.resolve("launcher.pid"), "overread");
        var server = process(folder.resolve("server.pid"), folder.toString());
        var port = line(folder.resolve("port")).map(Integer::parseInt);
        return new Status(
                launcher.isPresent(),
                server.flatMap(process -> process.info().startInstant()).orElse(null),
                Files.exists(folder.resolve("server.pid")),
                Files.exists(folder.resolve("address")),
                server.isPresent() && port.isPresent() ? answer(port.get() + 1) : null,
                database(folder));
    }

    private static @Nullable ReadyAnswer answer(int port) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return ReadyAnswer.ask(client, URI.create("http://127.0.0.1:" + port + "/health/ready"))
                    .orElse(null);
        }
    }

    private static @Nullable String database(Path folder) throws IOException {
        var file = folder.resolve("database.access");
        if (!Files.exists(file)) {
            return Files.exists(folder.resolve("database.pid")) ? "" : null;
        }
        var lines = Files.readAllLines(file);
        try (var connection = new DatabaseAccess(lines.get(0), lines.get(1), lines.get(2)).connect()) {
            return URI.create(lines.get(0).substring("jdbc:".length())).getAuthority();
        } catch (SQLException e) {
            return "";
        }
    }

    /** The process whose number is in the file, if it still is the one that was noted: its command names it. */
    private static Optional<ProcessHandle> process(Path file, String named) throws IOException {
        return line(file)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> CommandLine.of(process).contains(named));
    }

    private static Optional<String> line(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).lines().findFirst().map(String::strip) : Optional.empty();
    }
}
