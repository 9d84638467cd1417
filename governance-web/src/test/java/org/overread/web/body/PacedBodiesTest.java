package org.overread.web.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.body.PacedBodies.Told;

/** A server with two threads for requests, and senders by hand over real sockets. */
class PacedBodiesTest {
    private static final String UPLOAD = "/api/v1/models/m/versions/1/predictions";
    private static final int ENOUGH = 64 << 10;
    private static final BodyRule UPLOADS =
            new BodyRule(Long.MAX_VALUE, 1_000, Duration.ofMillis(300), Duration.ofSeconds(20));
    private static final BodyRule OTHERS = new BodyRule(100_000, 1_000, Duration.ofMillis(300), Duration.ofMillis(700));

    private final AtomicInteger begun = new AtomicInteger();
    private final BlockingQueue<String> brokenOff = new LinkedBlockingQueue<>();
    private Undertow server = start();

    private void writeWithoutEnd(OutputStream out) {
        try {
            for (long i = 0; i < 100_000; i++) {
                out.write(new byte[100_000]);
            }
        } catch (IOException e) {
            brokenOff.add(String.valueOf(e.getMessage()));
        }
    }

    private Undertow start() {
        var counting = new BlockingHandler(exchange -> {
            begun.incrementAndGet();
            if (exchange.getRelativePath().equals("/large")) {
                writeWithoutEnd(exchange.getOutputStream());
                return;
            }
            if (exchange.getQueryString().equals("wrong")) {
                int some = exchange.getInputStream().readNBytes(10).length;
                exchange.setStatusCode(422);
                exchange.getOutputStream().write(("wrong within " + some).getBytes(US_ASCII));
                exchange.getOutputStream().close();
                return;
            }
            try {
                int bytes = exchange.getInputStream().readAllBytes().length;
                exchange.getOutputStream().write(("read " + bytes).getBytes(US_ASCII));
            } catch (IOException e) {
                exchange.setStatusCode(408);
                exchange.getOutputStream().write(String.valueOf(e.getMessage()).getBytes(US_ASCII));
                // as a servlet's answer is, before the rest of the body is seen to
                exchange.getOutputStream().close();
            }
        });
        return Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(2)
                .setHandler(PacedBodies.pacing(
                        new BodyRule.Rules(UPLOADS, OTHERS),
                        refused -> new Told(408, "text/plain", "away: " + refused.getMessage()),
                        counting))
                .build();
    }

    @BeforeEach
    void begin() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    @DisplayName("D2: a body is read whole, small or large, at once or in parts, with or without leave to send it")
    void readsWhatComes() throws IOException {
        for (int size : new int[] {0, 1, 100, ENOUGH - 1, ENOUGH, ENOUGH + 1, 3 * ENOUGH}) {
            try (var sender = new Sender(UPLOAD, "Content-Length: " + size)) {
                sender.send("x".repeat(size));
                assertThat(sender.answer()).startsWith("HTTP/1.1 200").endsWith("read " + size);
            }
        }
        try (var sender = new Sender("/", "Transfer-Encoding: chunked")) {
            sender.send("5\r\nhello\r\n0\r\n\r\n");
            assertThat(sender.answer()).endsWith("read 5");
        }
        try (var sender = new Sender("/", "Content-Length: 70000\r\nExpect: 100-continue")) {
            assertThat(sender.some()).startsWith("HTTP/1.1 100 Continue");
            sender.send("x".repeat(70_000));
            assertThat(sender.answer()).endsWith("read 70000");
        }
    }

    @Test
    @DisplayName("D2: many that trickle hold no thread, are told why they are turned away, and shut nothing for others")
    void turnsTricklersAway() throws Exception {
        var tricklers = new ArrayList<Sender>();
        for (int i = 0; i < 20; i++) {
            tricklers.add(new Sender("/", i % 2 == 0 ? "Content-Length: 500" : "Transfer-Encoding: chunked"));
        }
        for (var trickler : tricklers) {
            trickler.send("1\r\n");
        }
        assertThat(begun).as("none has a thread").hasValue(0);
        try (var sender = new Sender("/", "Content-Length: 2")) {
            sender.send("ok");
            assertThat(sender.answer()).endsWith("read 2");
        }

        for (var trickler : tricklers) {
            assertThat(trickler.trickle())
                    .startsWith("HTTP/1.1 408")
                    .contains("Connection: close", "away: The body came more slowly than 1,000 bytes a second.");
            trickler.close();
        }
        assertThat(begun).as("only the one that got on").hasValue(1);
    }

    @Test
    @DisplayName("D2: an upload that begins fast and then trickles is broken off, and its thread is free")
    void breaksOffWhatSlowsDown() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (var sender = new Sender(UPLOAD, "Content-Length: 500000")) {
                sender.send("x".repeat(ENOUGH));
                assertThat(sender.trickle())
                        .startsWith("HTTP/1.1 408")
                        .endsWith("The body came more slowly than 1,000 bytes a second. Nothing of it was kept: send it"
                                + " again on a faster line, or in parts.");
            }
        }
        assertThat(begun).hasValue(3);
    }

    @Test
    @DisplayName("D2: one that stands still is broken off as well")
    void breaksOffWhatStandsStill() throws Exception {
        try (var sender = new Sender("/api/v1/models/m/versions/1/outcomes", "Content-Length: 500000")) {
            sender.send("x".repeat(ENOUGH));
            assertThat(sender.answer()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    @DisplayName("D2: a body that grows without end is broken off where nothing so large is taken")
    void breaksOffWhatGrows() throws Exception {
        try (var sender = new Sender("/sign-in", "Content-Length: 200000")) {
            assertThat(sender.answer()).contains("away: The body is larger than is taken at this address");
        }
        try (var sender = new Sender("/sign-in", "Transfer-Encoding: chunked")) {
            sender.send("30000\r\n" + "x".repeat(0x18700));
            assertThat(sender.answer()).contains("The body is larger than is taken at this address");
        }
    }

    @Test
    @DisplayName("D2: what is answered before its body ended keeps its answer, and no thread for the rest of it")
    void letsGoOfWhatIsAnswered() throws Exception {
        var senders = new ArrayList<Sender>();
        for (int i = 0; i < 4; i++) {
            var sender = new Sender(UPLOAD + "?wrong", "Content-Length: 900000");
            sender.send("x".repeat(ENOUGH));
            assertThat(sender.answer()).startsWith("HTTP/1.1 422").endsWith("wrong within 10");
            senders.add(sender);
        }

        try (var other = new Sender(UPLOAD, "Content-Length: 2")) {
            other.send("ok");
            assertThat(other.whileSending(senders)).endsWith("read 2");
        }
        for (var sender : senders) {
            sender.close();
        }
    }

    @Test
    @DisplayName("D2: whoever does not read a large answer holds no thread for long")
    void breaksOffAnAnswerThatNobodyReads() throws Exception {
        try (var sender = new Sender("/large", "Content-Length: 0")) {
            assertThat(sender.some()).startsWith("HTTP/1.1 200");

            assertThat(brokenOff.poll(5, TimeUnit.SECONDS)).isEqualTo("the answer was read too slowly");
        }
    }

    /** Somebody who sends by hand. */
    private final class Sender implements AutoCloseable {
        private final Socket socket = new Socket();

        Sender(String path, String headers) throws IOException {
            var address =
                    (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
            send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n");
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        }

        /** What comes next. */
        String some() throws IOException {
            var bytes = new byte[4096];
            int read = socket.getInputStream().read(bytes);
            return read < 0 ? "" : new String(bytes, 0, read, US_ASCII);
        }

        /** The whole answer, until nothing more comes. */
        String answer() throws IOException {
            socket.setSoTimeout(5_000);
            return some();
        }

        /** Sends a byte now and then until it is answered; the answer. */
        String trickle() throws IOException {
            socket.setSoTimeout(20);
            for (int i = 0; i < 500; i++) {
                try {
                    return some();
                } catch (SocketTimeoutException e) {
                    send("x");
                }
            }
            return "";
        }

        /** The answer, while others go on sending fast enough. */
        String whileSending(List<Sender> others) throws IOException {
            socket.setSoTimeout(20);
            for (int i = 0; i < 250; i++) {
                try {
                    return some();
                } catch (SocketTimeoutException e) {
                    for (var other : others) {
                        other.sendIfOpen("x".repeat(100));
                    }
                }
            }
            return "nothing within five seconds";
        }

        private void sendIfOpen(String text) {
            try {
                send(text);
            } catch (IOException e) {
                // the server takes no more of it, as it should
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
