package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.wire.WebhookSignature;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** Webhooks on the real server: added, called, verified and removed. */
class ConnectionsByRestIT {
    private final RunningServer server = RunningServer.get();
    private final Caller admin = Caller.person(server, "root.admin");

    /** A call as it came in. */
    private record Call(String id, String timestamp, String signature, String body) {}

    @Test
    @DisplayName("F4: the server calls a webhook that was just added, signed with the secret that was given out once")
    void callsWhatWasAdded() throws Exception {
        var calls = new LinkedBlockingQueue<Call>();
        var receiver = receiver(calls, 204);
        try {
            var added = admin.post(
                    "api/v1/webhooks",
                    Map.of(
                            "name",
                            "Pager of the tests",
                            "address",
                            "http://127.0.0.1:" + receiver.getAddress().getPort() + "/"));
            assertThat(added.status()).as(added.text()).isEqualTo(201);
            var id = added.json().get("id").stringValue();
            var secret = added.json().get("secret").stringValue();
            assertThat(admin.get("api/v1/webhooks/" + id).text()).doesNotContain(secret);

            assertThat(models(id, "[\"no-such-model\"]").text()).contains("names no model: no-such-model");
            var model = admin.get("api/v1/models").json().get(0).get("id").stringValue();
            assertThat(models(id, "[\"" + model + "\"]")
                            .json()
                            .get("models")
                            .get(0)
                            .stringValue())
                    .isEqualTo(model);
            assertThat(admin.post("api/v1/webhooks/" + id + "/test", "").status())
                    .isEqualTo(202);

            var call = calls.poll(60, TimeUnit.SECONDS);
            assertThat(call).isNotNull();
            assertThat(WebhookSignature.fits(
                            secret, call.id(), call.timestamp(), call.signature(), call.body(), Instant.now()))
                    .isTrue();
            var deliveries = admin.get("api/v1/webhooks/" + id + "/deliveries").json();
            assertThat(deliveries.get(0).get("id").stringValue()).isEqualTo(call.id());
            assertThat(admin.send("DELETE", "api/v1/webhooks/" + id, Map.of(), BodyPublishers.noBody())
                            .status())
                    .isEqualTo(204);
            assertThat(admin.get("api/v1/webhooks/" + id).status()).isEqualTo(404);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    @DisplayName(
            "D2: an address that wants no calls is given up with a word, waits for the administrator, and is tried again on request")
    void givesUpAnAddress() throws Exception {
        var calls = new LinkedBlockingQueue<Call>();
        var receiver = receiver(calls, 410);
        try {
            var added = admin.post(
                    "api/v1/webhooks",
                    Map.of(
                            "name",
                            "Pager that is gone",
                            "address",
                            "http://127.0.0.1:" + receiver.getAddress().getPort() + "/"));
            var address = "api/v1/webhooks/" + added.json().get("id").stringValue();
            assertThat(admin.post(address + "/retry", "").status()).isEqualTo(409);
            admin.post(address + "/test", "");
            assertThat(calls.poll(60, TimeUnit.SECONDS)).isNotNull();

            var answer = admin.get(address);
            for (int i = 0; i < 1_000 && !answer.text().contains("GIVEN_UP"); i++) {
                answer = admin.get(address);
            }
            assertThat(answer.json().get("state").stringValue()).isEqualTo("GIVEN_UP");
            assertThat(answer.json().get("reason").stringValue()).contains("It answered 410");

            assertThat(admin.post(address + "/retry", "").json().get("state").stringValue())
                    .isEqualTo("ACTIVE");
            assertThat(calls.poll(60, TimeUnit.SECONDS)).isNotNull();
            admin.send("DELETE", address, Map.of(), BodyPublishers.noBody());
        } finally {
            receiver.stop(0);
        }
    }

    private Caller.Answer models(String webhook, String models) {
        return admin.send(
                "PUT",
                "api/v1/webhooks/" + webhook + "/models",
                Map.of("Content-Type", "application/json"),
                BodyPublishers.ofString("{\"models\":" + models + "}"));
    }

    @Test
    @DisplayName("G1: webhooks are the administrator's; a wrong address is told by field")
    void guardsWebhooks() {
        var owner = Caller.person(server, "max.owner");

        assertThat(owner.get("api/v1/webhooks").status()).isEqualTo(403);
        var refused = admin.post("api/v1/webhooks", Map.of("name", "Pager", "address", "ftp://pager.example/"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").toString()).contains("address");
    }

    @Test
    @DisplayName("F4: deliveries of a webhook that is not there are not found, whatever is asked of them")
    void findsNoDeliveriesOfWhatIsNotThere() {
        var nothing = "api/v1/webhooks/" + new UUID(0, 7) + "/deliveries";

        assertThat(admin.get(nothing).status()).isEqualTo(404);
        assertThat(admin.post(nothing + "/" + new UUID(0, 8), "").status()).isEqualTo(404);
        assertThat(admin.get("api/v1/webhooks/no-id/deliveries").status()).isEqualTo(404);
        assertThat(Caller.person(server, "max.owner").get(nothing).status()).isEqualTo(403);
        assertThat(Caller.stranger(server).get(nothing).status()).isEqualTo(401);
    }

    private static HttpServer receiver(LinkedBlockingQueue<Call> calls, int status) throws java.io.IOException {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            calls.add(new Call(
                    headers.getFirst(WebhookSignature.ID),
                    headers.getFirst(WebhookSignature.TIMESTAMP),
                    headers.getFirst(WebhookSignature.SIGNATURE),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }
}
