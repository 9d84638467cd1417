package org.overread.web.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.registry.Role;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/**
 * Sends every operation of the contract what it cannot take. How often is set by the properties {@code fuzz.bodies} and
 * {@code fuzz.queries}, the seed by {@code fuzz.seed}.
 */
class ContractFuzzIT {
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 1_000);
    private static final int QUERIES = Integer.getInteger("fuzz.queries", 200);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);

    /** How our own names, those of what we build on, and what a database says, would look. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(?:java|javax|jakarta|tools\\.jackson|com\\.fasterxml|org\\.(?:overread|jboss|hibernate|postgresql)|io\\.undertow)"
                    + "\\.[a-z]|Exception\\b|RESTEASY\\d|UT\\d{6}|SQLSTATE|\\b(?:select|insert|update) .* (?:from|into|set) |PSQL",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /** One request and what came of it. */
    private record Tried(String what, String sent, Caller.Answer answer) {
        boolean fails() {
            return answer.status() >= 500
                    || INSIDES.matcher(answer.text()).results().anyMatch(found -> !sent.contains(found.group()));
        }

        String told() {
            return what + " → " + answer.status() + " " + start(answer.text());
        }
    }

    @Test
    @DisplayName(
            "F5: whatever is sent to any operation, none fails on our side, none tells of its insides, and nothing is held")
    void survivesWhateverIsSent(@TempDir Path folder) throws Exception {
        // what is sent here now and then is good, and would change what other tests look at
        var server = RunningServer.ofItsOwn(folder);
        try {
            var before = server.heapInUse();

            assertThat(faults(server)).isEmpty();

            assertThat(server.heapInUse() - before).as("bytes held").isLessThan(64L << 20);
        } finally {
            server.stop();
        }
    }

    private Map<String, List<String>> faults(RunningServer server) throws Exception {
        var contract = caller(server, "MACHINE").get("openapi.json").json();
        var failed = new TreeMap<String, List<String>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Void>>();
            contract.get("paths")
                    .forEachEntry((path, verbs) -> verbs.forEachEntry((verb, operation) -> tasks.add(() -> {
                        var faults = faults(contract, verb, path, operation, callers(server, operation));
                        synchronized (failed) {
                            faults.forEach(fault -> failed.computeIfAbsent(verb + " " + path, _ -> new ArrayList<>())
                                    .add(fault));
                        }
                        return null;
                    })));
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        return failed;
    }

    /** The demonstration's model server, and somebody who may do this, so that more than the door is tried. */
    private List<Caller> callers(RunningServer server, JsonNode operation) {
        var machine = caller(server, "MACHINE");
        return operation.get("x-roles").isEmpty()
                ? List.of(machine)
                : List.of(
                        machine, caller(server, operation.get("x-roles").get(0).stringValue()));
    }

    private Caller caller(RunningServer server, String role) {
        return callers.computeIfAbsent(
                role, _ -> role.equals("MACHINE") ? Caller.machine(server) : Caller.with(server, Role.valueOf(role)));
    }

    private static List<String> faults(
            JsonNode contract, String verb, String path, JsonNode operation, List<Caller> callers) {
        var mutations = new Mutations(contract, SEED + (verb + path).hashCode());
        var media = operation.at("/requestBody/content");
        return IntStream.range(0, media.isEmpty() ? QUERIES : BODIES + QUERIES)
                .mapToObj(i -> i < QUERIES
                        ? query(verb, path, operation, mutations, callers.get(i % callers.size()))
                        : body(verb, path, media, mutations, callers.get(i % callers.size()), i))
                .filter(Tried::fails)
                .map(Tried::told)
                .distinct()
                .limit(5)
                .toList();
    }

    private static Tried query(String verb, String path, JsonNode operation, Mutations mutations, Caller caller) {
        var address = path;
        var query = new StringBuilder();
        for (var parameter : operation.path("parameters")) {
            var name = parameter.get("name").stringValue();
            var value = encoded(mutations.value(parameter.get("schema")));
            if (parameter.get("in").stringValue().equals("path")) {
                address = address.replace("{" + name + "}", value.isEmpty() ? "%20" : value);
            } else if (Math.floorMod(value.hashCode(), 3) > 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        }
        return send(verb, address + query, operation.has("requestBody") ? "application/json" : null, "{}", caller);
    }

    private static Tried body(
            String verb, String path, JsonNode media, Mutations mutations, Caller caller, int number) {
        var types = List.copyOf(media.propertyNames());
        var type = types.get(number % types.size());
        var schema = media.get(type).get("schema");
        var body = type.endsWith("json") && !type.endsWith("ndjson") ? mutations.body(schema) : mutations.lines(schema);
        var address =
                path.replace("{model}", "sepsis-risk").replace("{version}", "1").replaceAll("\\{\\w+}", SOMETHING);
        return send(verb, address, type, body, caller);
    }

    private static final String SOMETHING = "00000000-0000-4000-8000-000000000001";

    private static Tried send(String verb, String address, @Nullable String type, String body, Caller caller) {
        var headers = type == null ? Map.of("Accept", "*/*") : Map.of("Accept", "*/*", "Content-Type", type);
        BodyPublisher sent = type == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var answer = caller.send(verb.toUpperCase(Locale.ROOT), "api/v1" + address, headers, sent);
        return new Tried(
                verb + " " + start(address) + " " + start(body), URLDecoder.decode(address, UTF_8) + body, answer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String start(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
