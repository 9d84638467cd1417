package org.overread.migrations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Waits until the server says that it is ready, that it will not be, or until its process has ended. */
public final class AwaitReady {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern FAILED = Pattern.compile("\"failed\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

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
            var answer = client.send(request, BodyHandlers.ofString());
            stopIfFailed(answer.body());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** A server that cannot prepare itself stays up, to be looked at, but there is nothing to wait for. */
    private static void stopIfFailed(String answer) {
        var failed = FAILED.matcher(answer);
        if (failed.find()) {
            System.err.println(failed.group(1).replaceAll("\\\\(.)", "$1"));
            System.exit(1);
        }
        if (answer.contains("\"ROOT.war\":\"FAILED\"")) {
            System.err.println("the application could not be deployed");
            System.exit(1);
        }
    }
}
