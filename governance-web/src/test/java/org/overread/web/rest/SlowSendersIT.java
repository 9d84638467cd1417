package org.overread.web.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** Senders that trickle, on the real server. */
class SlowSendersIT {
    private static final String INTAKE = "/api/v1/models/sepsis-risk/versions/1/predictions";

    private final RunningServer server = RunningServer.get();

    @Test
    @DisplayName(
            "D2: more uploads than there are threads that trickle newlines shut nothing, and each is told why it ends")
    void tricklingUploadsShutNothing() throws IOException {
        var tricklers = new ArrayList<Trickler>();
        for (int i = 0; i < 200; i++) {
            tricklers.add(i % 2 == 0 ? upload("text/csv") : form());
        }

        var stored = Caller.machine(server)
                .send(
                        "POST",
                        INTAKE.substring(1),
                        Map.of("Content-Type", "application/x-ndjson"),
                        BodyPublishers.ofString("{}\n"));
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        assertThat(Caller.stranger(server).get("sign-in").status()).isEqualTo(200);

        for (var trickler : tricklers) {
            assertThat(trickler.answer())
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "urn:overread:problem:too-slow", "more slowly than");
        }
    }

    @Test
    @DisplayName(
            "D2: uploads that begin fast and then trickle are told so in the words of the API, and give their places back")
    void uploadsThatSlowDownGiveTheirPlacesBack() throws IOException {
        var tricklers = new ArrayList<Trickler>();
        for (int i = 0; i < 4; i++) {
            boolean chunked = i % 2 == 1;
            var upload = chunked ? chunked("text/csv") : upload("text/csv");
            var begins = "prediction_id,occurred_at,score\n" + "\n".repeat(100_000);
            upload.send(chunked ? Integer.toHexString(begins.length()) + "\r\n" + begins + "\r\n" : begins);
            tricklers.add(upload);
        }
        for (int i = 0; i < tricklers.size(); i++) {
            assertThat(tricklers.get(i).answer()).as("sender " + i).contains("408", "urn:overread:problem:too-slow");
        }

        var stored = Caller.machine(server)
                .send(
                        "POST",
                        INTAKE.substring(1),
                        Map.of("Content-Type", "application/x-ndjson"),
                        BodyPublishers.ofString("{}\n"));
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
    }

    private Trickler upload(String type) throws IOException {
        return new Trickler(INTAKE, "Authorization: Bearer " + server.token() + "\r\nContent-Type: " + type);
    }

    private Trickler chunked(String type) throws IOException {
        return new Trickler(
                INTAKE,
                "Authorization: Bearer " + server.token() + "\r\nContent-Type: " + type,
                "Transfer-Encoding: chunked\r\n\r\n",
                "1\r\n\n\r\n");
    }

    private Trickler form() throws IOException {
        return new Trickler("/sign-in", "Content-Type: application/x-www-form-urlencoded");
    }

    private final class Trickler {
        private final Socket socket =
                new Socket(server.address().getHost(), server.address().getPort());

        private final String drop;

        Trickler(String path, String headers) throws IOException {
            this(path, headers, "Content-Length: 5000000\r\n\r\n\n", "\n");
        }

        /** @param drop what is sent now and then: a line by itself, or in a chunk of its own */
        Trickler(String path, String headers, String rest, String drop) throws IOException {
            this.drop = drop;
            send("POST " + path + " HTTP/1.1\r\nHost: " + server.address().getAuthority() + "\r\n" + headers + "\r\n"
                    + rest);
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        }

        String answer() throws IOException {
            socket.setSoTimeout(200);
            for (int i = 0; i < 300; i++) {
                try {
                    var first = socket.getInputStream().readNBytes(1);
                    socket.setSoTimeout(10_000);
                    return new String(first, US_ASCII)
                            + new String(socket.getInputStream().readAllBytes(), US_ASCII);
                } catch (SocketTimeoutException e) {
                    send(drop);
                }
            }
            return "no answer";
        }
    }
}
