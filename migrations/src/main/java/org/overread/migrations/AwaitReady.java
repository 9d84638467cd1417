package org.overread.migrations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until the server says that it is ready, or until its process has ended. */
public final class AwaitReady {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private AwaitReady() {}

    /** Exits with 0 when ready, with 1 otherwise. Arguments: the readiness address, the server's process id. */
    public static void main(String[] args) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(args[0]))
                .timeout(Duration.ofSeconds(5))
                .build();
        var end = System.nanoTime() + LIMIT.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && alive(args[1])) {
                if (ready(client, request)) {
                    return;
                }
                Thread.sleep(300);
            }
        }
        System.err.println(alive(args[1]) ? "not ready after " + LIMIT.toMinutes() + " minutes" : "the server ended");
        System.exit(1);
    }

    private static boolean alive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }

    private static boolean ready(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
