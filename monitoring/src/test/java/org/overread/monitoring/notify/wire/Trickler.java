package org.overread.monitoring.notify.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A neighbour by hand: to each who connects it says something at once, and then a byte every 20 ms for as long as
 * anybody is at the other end.
 */
final class Trickler implements AutoCloseable {
    private final ServerSocket server;
    private final CompletableFuture<Long> leftAfterBytes = new CompletableFuture<>();

    /** @param greets whether it speaks first, as mail servers do, or only when it was asked */
    Trickler(String begins, byte each, boolean greets) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(() -> {
            try (var caller = server.accept()) {
                if (!greets) {
                    readHead(caller);
                }
                caller.getOutputStream().write(begins.getBytes(StandardCharsets.US_ASCII));
                trickle(caller, each);
            } catch (IOException e) {
                leftAfterBytes.completeExceptionally(e);
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many bytes it got rid of before the other end left. */
    long leftAfter() throws Exception {
        return leftAfterBytes.get(5, TimeUnit.SECONDS);
    }

    private static void readHead(Socket caller) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            // until the head of the request ends
        }
    }

    private void trickle(Socket caller, byte each) throws IOException {
        caller.setSoTimeout(20);
        for (long bytes = 0; ; ) {
            try {
                if (caller.getInputStream().read() < 0) {
                    leftAfterBytes.complete(bytes);
                    return;
                }
            } catch (SocketTimeoutException e) {
                // the other end is still there
                try {
                    caller.getOutputStream().write(each);
                    bytes++;
                } catch (IOException gone) {
                    leftAfterBytes.complete(bytes);
                    return;
                }
            } catch (IOException gone) {
                leftAfterBytes.complete(bytes);
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
