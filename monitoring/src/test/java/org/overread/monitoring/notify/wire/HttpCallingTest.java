package org.overread.monitoring.notify.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Notice;
import org.overread.monitoring.notify.NoticeKind;

class HttpCallingTest {
    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpCalling calling = new HttpCalling();

    @AfterEach
    void end() {
        calling.stop();
    }

    @Test
    @DisplayName("F4: a host that nobody knows and a port where nobody answers are told apart, in words")
    void saysWhyNothingWasReached() throws IOException {
        assertThat(call("https://pager.invalid/overread"))
                .isEqualTo(new Answer.Later("The name of its host is not known here. Look at the address."));
        assertThat(call("http://127.0.0.1:%d/overread".formatted(closedPort())))
                .isEqualTo(new Answer.Later("Nothing answers at its address. Look at the address, and whether it can be"
                        + " reached from this server."));
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
