package org.overread.web.body;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ImmediatePooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.registry.GovernanceException;
import org.overread.web.body.PacedBodies.Told;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * The first bytes of a body, gathered before a thread, let alone a place, is given to its request: a small body whole. One
 * that trickles is turned away having held nothing but its connection. All of it happens on the thread of the connection.
 */
final class FirstBytes implements ChannelListener<StreamSourceChannel> {
    private static final int ENOUGH = 64 << 10;

    private final HttpServerExchange exchange;
    private final BodyPace pace;
    private final HttpHandler next;
    private final Function<GovernanceException, Told> words;
    private final ByteBuffer first;
    private long since;
    private XnioExecutor.@Nullable Key clock;

    FirstBytes(
            HttpServerExchange exchange, BodyPace pace, HttpHandler next, Function<GovernanceException, Told> words) {
        this.exchange = exchange;
        this.pace = pace;
        this.next = next;
        this.words = words;
        long length = exchange.getRequestContentLength();
        first = ByteBuffer.allocate(length >= 0 && length < ENOUGH ? (int) length : ENOUGH);
    }

    /** Passes the request on when there is enough, or waits for it without holding a thread. */
    void gather() throws Exception {
        var channel = exchange.getRequestChannel();
        if (enough(channel)) {
            passOn();
            next.handleRequest(exchange);
            return;
        }
        since = System.nanoTime();
        channel.getReadSetter().set(this);
        channel.resumeReads();
        tickLater();
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
        try {
            if (enough(channel)) {
                stop(channel);
                passOn();
                Connectors.executeRootHandler(next, exchange);
            }
        } catch (IOException e) {
            stop(channel);
            if (e.getCause() instanceof GovernanceException refused) {
                refuse(refused);
            } else {
                exchange.endExchange();
            }
        }
    }

    private boolean enough(StreamSourceChannel channel) throws IOException {
        while (first.hasRemaining()) {
            int read = channel.read(first);
            if (read <= 0) {
                return read < 0;
            }
        }
        return true;
    }

    private void passOn() {
        first.flip();
        Connectors.ungetRequestBytes(exchange, new ImmediatePooledByteBuffer(first));
        Connectors.resetRequestChannel(exchange);
    }

    private void tickLater() {
        clock = exchange.getIoThread().executeAfter(this::tick, pace.patience(System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void tick() {
        long now = System.nanoTime();
        pace.waited(now - since);
        since = now;
        pace.fault(now).ifPresentOrElse(this::refuse, this::tickLater);
    }

    private void stop(StreamSourceChannel channel) {
        if (clock != null) {
            clock.remove();
        }
        channel.getReadSetter().set(null);
        channel.suspendReads();
    }

    private void refuse(GovernanceException refused) {
        Connectors.executeRootHandler(words.apply(refused)::tell, exchange);
    }
}
