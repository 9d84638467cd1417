package org.overread.web.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.overread.registry.ApiScope;
import org.overread.registry.Role;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server that it runs in, as anybody: by the API, and as a browser asks for pages. */
final class Asking {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server = URI.create("http://127.0.0.1:" + System.getProperty("jboss.http.port") + "/");

    /** A person of each role within each limit, signed in. */
    List<Asker> people(LimitsSeed seed) throws Exception {
        var all = new ArrayList<Asker>();
        for (var limit : Asker.Limit.values()) {
            for (var role : Role.values()) {
                var login = seed.person(role, limit);
                all.add(new Asker(role, null, limit, login, "Cookie", session(login)));
            }
        }
        return all;
    }

    /** A token of each scope within each limit. */
    static List<Asker> machines(LimitsSeed seed) {
        var all = new ArrayList<Asker>();
        for (var limit : Asker.Limit.values()) {
            for (var scope : ApiScope.values()) {
                var token = seed.token(EnumSet.of(scope), limit.scope());
                all.add(new Asker(null, scope, limit, "", "Authorization", "Bearer " + token));
            }
        }
        return all;
    }

    /** The cookie of a person who signs in with the form of the page. */
    private String session(String login) throws Exception {
        var form = HttpRequest.newBuilder(server.resolve("sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("login=" + login + "&password=" + LimitsSeed.PASSWORD))
                .build();
        var answer = client.send(form, BodyHandlers.discarding());
        assertEquals(302, answer.statusCode(), login);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    HttpResponse<String> send(Asker asker, String verb, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header(asker.header(), asker.shown())
                .header("Accept", "*/*");
        if (body.isEmpty()) {
            request.method(verb, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(verb, BodyPublishers.ofString(body));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The same as somebody who may do everything that tokens may; it must succeed. */
    LimitsSeed.Calling asAnybody(LimitsSeed seed) {
        return (verb, path, type, body) -> {
            var answer = send(seed.anybody(), verb, "api/v1/" + path, type, body);
            assertEquals(2, answer.statusCode() / 100, () -> verb + " " + path + ": " + answer.body());
            return answer.body();
        };
    }

    Page page(Asker asker) throws IOException, InterruptedException {
        var answer = send(asker, "GET", "?v-r=init&location=my-notices&query=", "", "")
                .body();
        var opened = JsonMapper.shared().readTree(answer).get("appConfig");
        return new Page(
                asker,
                opened.get("v-uiId").asInt(),
                opened.get("uidl").get("Vaadin-Security-Key").stringValue());
    }

    /** An open page of the product, which is led from address to address. */
    final class Page {
        private final Asker asker;
        private final int number;
        private final String key;
        private int sent;

        private Page(Asker asker, int number, String key) {
            this.asker = asker;
            this.number = number;
            this.key = key;
        }

        /** What the server sends to draw what stands at that address. */
        String at(String address) throws IOException, InterruptedException {
            var parts = address.split("\\?", 2);
            var body = """
                    {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s",
                     "query":"%s","appShellTitle":"","historyState":{"idx":%d},"trigger":""}}],
                     "syncId":%d,"clientId":%d}""".formatted(key, parts[0], parts.length == 1 ? "" : parts[1], sent, sent, sent);
            sent++;
            var answer = send(asker, "POST", "?v-r=uidl&v-uiId=" + number, "application/json; charset=UTF-8", body);
            assertEquals(200, answer.statusCode(), address);
            return answer.body();
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
