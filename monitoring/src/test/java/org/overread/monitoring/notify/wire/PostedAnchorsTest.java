package org.overread.monitoring.notify.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.Installation;
import org.overread.registry.audit.anchor.AnchorPlace.Answer;
import org.overread.registry.audit.anchor.SignedAnchor;
import org.overread.registry.audit.anchor.wire.AnchorTexts;

class PostedAnchorsTest {
    private static final SignedAnchor ANCHOR =
            AnchorTexts.signed("""
            {"at":"2026-05-04T08:00:00Z","format":"overread-anchor/1","hash":"ab",\
            "installation":"00000000-0000-0000-0000-000000000001","people":3,"seq":42}""", "key", "signature").orElseThrow();

    private final PostedAnchors place = new PostedAnchors();
    private final List<String> taken = new ArrayList<>();
    private HttpServer server;
    private int status = 204;
    private Duration time = Duration.ofSeconds(5);

    @BeforeEach
    void aSystemThatKeepsAnchors() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            taken.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        set("http://127.0.0.1:" + server.getAddress().getPort() + "/anchors");
    }

    @AfterEach
    void end() {
        server.stop(0);
        place.stop();
    }

    @Test
    @DisplayName("D4: an anchor is posted as one line of JSON, and the answer is its receipt")
    void posts() {
        assertThat(place.put(ANCHOR)).isEqualTo(new Answer(true, "It answered 204."));
        assertThat(taken).containsExactly(AnchorTexts.line(ANCHOR));

        status = 500;
        assertThat(place.put(ANCHOR)).isEqualTo(new Answer(false, "It answered 500."));

        server.stop(0);
        assertThat(place.put(ANCHOR)).isEqualTo(new Answer(false, "It could not be reached."));
    }

    @Test
    @DisplayName("D2: a system that takes an anchor and then answers a byte now and then holds up nothing")
    void waitsForNoEnd() throws Exception {
        time = Duration.ofMillis(200);
        try (var trickler = new Trickler("HTTP/1.1 201 Made\r\nContent-Length: 100000\r\n\r\n", (byte) 'x', false)) {
            set("http://127.0.0.1:" + trickler.port() + "/anchors");

            assertThat(place.put(ANCHOR).kept()).isTrue();
            assertThat(trickler.leftAfter()).as("the connection is closed").isLessThan(100);
        }
    }

    @Test
    void isNoPlaceUnlessItIsSet() {
        assertThat(place.open()).isTrue();

        set("");
        assertThat(place.open()).isFalse();
    }

    private void set(String address) {
        place.installation = new Installation() {
            @Override
            public Duration callTime() {
                return time;
            }

            @Override
            public Map<String, String> environment() {
                return Map.of("OVERREAD_ANCHOR_URL", address);
            }
        };
    }
}
