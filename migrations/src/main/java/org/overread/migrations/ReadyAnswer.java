package org.overread.migrations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server says when it is asked whether it is ready.
 *
 * @param ready that it is
 * @param preparing that the application is there, though it may not be ready
 * @param database that it reaches its database
 * @param step what it is at, such as {@code The demonstration hospital: month 7 of 18}; empty if it does not say
 * @param failure why it will not become ready; empty if it may
 */
record ReadyAnswer(boolean ready, boolean preparing, boolean database, String step, String failure) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final Pattern DATABASE =
            Pattern.compile("\"name\"\\s*:\\s*\"database\"\\s*,\\s*\"status\"\\s*:\\s*\"UP\"");

    /** The answer of the server behind this address; empty if none comes. */
    static Optional<ReadyAnswer> ask(HttpClient client, URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var answer = client.send(request, BodyHandlers.ofString());
            return Optional.of(read(answer.statusCode(), answer.body()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static ReadyAnswer read(int status, String body) {
        var failure = body.contains("\"ROOT.war\":\"FAILED\"")
                ? "The application could not be deployed."
                : data(body, "failed");
        return new ReadyAnswer(
                status == OK,
                body.contains("\"preparations\""),
                DATABASE.matcher(body).find(),
                data(body, "step"),
                failure);
    }

    private static String data(String body, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\"")
                .matcher(body);
        return found.find() ? found.group(1).replaceAll("\\\\(.)", "$1") : "";
    }
}
