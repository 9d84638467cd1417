package org.overread.monitoring.notify.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.Notice;
import org.overread.monitoring.notify.NoticeKind;

class HttpCallingTest {
    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpCalling calling = new HttpCalling();
    private Duration time = Duration.ofSeconds(5);

    @BeforeEach
    void wire() {
        calling.installation = new Installation() {
            @Override
            public Duration callTime() {
                return time;
            }
        };
    }

    @AfterEach
    void end() {
        calling.stop();
    }

    @Test
    @DisplayName("F4: a host that nobody knows and a port where nobody answers are told apart, in words")
    void saysWhyNothingWasReached() throws IOException {
        assertThat(call("https://pager.invalid/overread"))
                .isEqualTo(new Answer.Doubtful("The name of its host is not known here. Look at the address."));
        assertThat(call("http://127.0.0.1:%d/overread".formatted(closedPort())))
                .isEqualTo(new Answer.Later("Nothing answers at its address. Look at the address, and whether it can be"
                        + " reached from this server."));
        assertThat(call("http://127.0.0.1:99999/overread"))
                .isInstanceOfSatisfying(
                        Answer.Never.class, never -> assertThat(never.words()).startsWith("Nothing can be called"));
    }

    @Test
    @DisplayName(
            "D2: who answers 200 and then a byte now and then is left alone when the time is over; it counts as told")
    void waitsForNoEnd() throws Exception {
        time = Duration.ofMillis(200);
        try (var trickler = new Trickler("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", (byte) 'x', false)) {
            assertThat(call(trickler.port()))
                    .isEqualTo(
                            new Answer.Delivered("It answered 200, but did not end its answer within 200 ms; the rest"
                                    + " was not waited for."));
            assertThat(trickler.leftAfter()).as("the connection is closed").isLessThan(100);
        }
    }

    @Test
    @DisplayName("D2: who answers its head a byte now and then, or not at all, is tried again later")
    void waitsForNoHead() throws Exception {
        time = Duration.ofMillis(200);
        try (var trickler = new Trickler("HTTP/1.1 200 OK\r\nX-Slow: ", (byte) 'x', false)) {
            assertThat(call(trickler.port())).isEqualTo(new Answer.Later("It did not answer within 200 ms."));
            assertThat(trickler.leftAfter()).as("the connection is closed").isLessThan(100);
        }
    }

    @Test
    @DisplayName("D2: an answer without end is broken off after 64 KB, and what it said first counts")
    void readsOnlySoMuch() throws Exception {
        var begins = "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n" + "fff0\r\n" + "x".repeat(0xfff0)
                + "\r\n" + "fff0\r\n" + "x".repeat(0x100);
        try (var trickler = new Trickler(begins, (byte) 'x', false)) {
            assertThat(call(trickler.port())).isEqualTo(new Answer.Later("It answered 503."));
            assertThat(trickler.leftAfter()).as("the connection is closed").isLessThan(100);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "302, Doubtful",
        "401, Doubtful",
        "404, Doubtful",
        "429, Later",
        "500, Later",
        "410, Never",
        "204, Delivered"
    })
    @DisplayName("D2: what an address answers tells whether it may be the wrong one")
    void judgesTheAddress(int status, String kind) throws IOException {
        try (var trickler =
                new Trickler("HTTP/1.1 %d So\r\nContent-Length: 0\r\n\r\n".formatted(status), (byte) 'x', false)) {
            assertThat(call(trickler.port()).getClass().getSimpleName()).isEqualTo(kind);
        }
    }

    private Answer call(int port) {
        return call("http://127.0.0.1:%d/overread".formatted(port));
    }

    private Answer call(String address) {
        var test = new Delivery(
                new UUID(2, 2),
                new Notice(new UUID(4, 4), NoticeKind.TEST, MONDAY, null),
                Destination.of("webhook:" + new UUID(5, 5)),
                Delivery.State.WAITING,
                0,
                MONDAY,
                MONDAY,
                List.of());
        return calling.call(URI.create(address), test, List.of(SECRET), Optional.empty(), MONDAY);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
