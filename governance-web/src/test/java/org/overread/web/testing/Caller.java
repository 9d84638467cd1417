package org.overread.web.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the running server: a machine with a token, a person with a session, or a stranger. */
public final class Caller {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<Role, String> CAST = Map.of(
            Role.ADMINISTRATOR, "root.admin",
            Role.CHAIR, "nora.chair",
            Role.CLINICIAN, "ada.clinician",
            Role.CLINICAL_REVIEWER, "iris.reviewer",
            Role.COMPLIANCE, "lena.compliance",
            Role.MODEL_OWNER, "max.owner",
            Role.SAFETY_OFFICER, "omar.safety",
            Role.TECHNICAL_REVIEWER, "theo.reviewer");

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final @Nullable String token;

    private Caller(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    /** An answer: its status, its type and what it says. */
    public record Answer(int status, String type, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    public static Caller stranger(RunningServer server) {
        return new Caller(server.address(), null);
    }

    public static Caller machine(RunningServer server) {
        return new Caller(server.address(), server.token());
    }

    public static Caller withToken(RunningServer server, String token) {
        return new Caller(server.address(), token);
    }

    /** Whoever has the role in the demonstration. */
    public static Caller with(RunningServer server, Role role) {
        return person(server, Objects.requireNonNull(CAST.get(role)));
    }

    /** A person of the demonstration who has signed in. */
    public static Caller person(RunningServer server, String login) {
        var caller = new Caller(server.address(), null);
        var answer = caller.signIn(login, server.password());
        if (answer.status() != 302) {
            throw new IllegalStateException(login + " could not sign in: " + answer.status());
        }
        return caller;
    }

    public Answer signIn(String login, String password) {
        return form("sign-in", Map.of("login", login, "password", password));
    }

    /** Sends what a page's form would. */
    public Answer form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                BodyPublishers.ofString(body));
    }

    public Answer get(String path) {
        return send("GET", path, Map.of("Accept", "*/*"), BodyPublishers.noBody());
    }

    /** Sends a value as JSON: a map, a list or a text that is JSON already. */
    public Answer post(String path, Object body) {
        var text = body instanceof String ready ? ready : JSON.writeValueAsString(body);
        return send("POST", path, Map.of("Content-Type", "application/json"), BodyPublishers.ofString(text));
    }

    public Answer post(String path, String type, InputStream body) {
        return send("POST", path, Map.of("Content-Type", type), BodyPublishers.ofInputStream(() -> body));
    }

    public Answer send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body)
                .timeout(Duration.ofMinutes(3));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
