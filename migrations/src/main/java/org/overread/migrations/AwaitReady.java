package org.overread.migrations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Waits until the server says that it is ready, as long as it gets on, and tells what it is at. The wait ends early when
 * the server says that it will not be, when its process has ended, or when it has not moved for some minutes.
 */
public final class AwaitReady {
    private static final int POLL_MILLIS = 1000;

    private final URI address;
    private final ProcessHandle server;
    private final Path log;
    private final Telling telling;

    private AwaitReady(URI address, ProcessHandle server, Path log, Telling telling) {
        this.address = address;
        this.server = server;
        this.log = log;
        this.telling = telling;
    }

    /**
     * Exits with 0 when ready; with 1 otherwise, and says why. Arguments: the readiness address, the server's process id,
     * its log, and {@code screen} where a line may be written over, as on a terminal, or {@code log}.
     */
    public static void main(String[] args) throws InterruptedException {
        var log = Path.of(args[2]);
        var process = ProcessHandle.of(Long.parseLong(args[1]));
        var telling = new Telling("Starting the server", args[3].equals("screen"), System.out);
        var reason = process.isEmpty()
                ? Optional.of("The server ended.")
                : new AwaitReady(URI.create(args[0]), process.get(), log, telling).obstacle();
        telling.end();
        if (reason.isPresent()) {
            System.err.println(reason.get());
            ServerLog.reasons(log).forEach(line -> System.err.println("  " + line));
            System.err.println("The whole log is " + log);
            System.exit(1);
        }
    }

    /** Why the server is not ready and will not be; empty when it is. */
    private Optional<String> obstacle() throws InterruptedException {
        var patience = new Patience(System.nanoTime());
        try (var client = HttpClient.newHttpClient()) {
            while (server.isAlive()) {
                var answer = ReadyAnswer.ask(client, address);
                if (answer.filter(ReadyAnswer::ready).isPresent()) {
                    return Optional.empty();
                }
                var failure = answer.map(ReadyAnswer::failure).orElse("");
                if (!failure.isEmpty()) {
                    return Optional.of(failure);
                }
                var step = answer.map(ReadyAnswer::step).orElse("");
                telling.tell(System.nanoTime(), step);
                boolean preparing = answer.map(ReadyAnswer::preparing).orElse(false);
                if (patience.lost(System.nanoTime(), step + length(log) + (preparing ? "" : work()))) {
                    return Optional.of("The server has not got on for " + Patience.LIMIT.toMinutes() + " minutes"
                            + (step.isEmpty() ? "." : ", since: " + step + "."));
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        return Optional.of("The server ended before it was ready.");
    }

    /** Before the application can say what it is at, the server is thought to get on while it is at work. */
    private String work() {
        return Stream.concat(Stream.of(server), server.descendants())
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .reduce(Duration.ZERO, Duration::plus)
                        .toSeconds()
                + " s";
    }

    private static long length(Path log) {
        try {
            return Files.size(log);
        } catch (IOException notYet) {
            return 0;
        }
    }
}
