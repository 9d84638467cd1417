package org.overread.web.body;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * A body that breaks off as soon as it does not keep to its rule, for whoever reads it and however. What still comes once
 * its request is being answered is thrown away for a moment and no longer: to close the connection upon it would take the
 * answer along, and to wait for all of it would hold a thread.
 */
final class PacedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private static final long MOMENT = TimeUnit.SECONDS.toNanos(2);

    private final HttpServerExchange exchange;
    private final BodyPace pace;
    private boolean answering;
    private long until;

    PacedBody(StreamSourceConduit next, HttpServerExchange exchange, BodyPace pace) {
        super(next);
        this.exchange = exchange;
        this.pace = pace;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = next.read(target);
        counted(read);
        return read;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return counted(next.read(targets, offset, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return counted(next.transferTo(position, count, target));
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return counted(next.transferTo(count, through, target));
    }

    @Override
    public void awaitReadable() throws IOException {
        awaitReadable(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public void awaitReadable(long time, TimeUnit unit) throws IOException {
        long before = System.nanoTime();
        next.awaitReadable(Math.min(unit.toNanos(time), patience(before)), TimeUnit.NANOSECONDS);
        pace.waited(System.nanoTime() - before);
        check();
    }

    @Override
    public void terminateReads() throws IOException {
        if (isAnswered(System.nanoTime())) {
            next.terminateReads();
        }
    }

    private long patience(long now) {
        return isAnswered(now) ? Math.max(until - now, 1) : pace.patience(now);
    }

    private boolean isAnswered(long now) {
        if (!answering && exchange.isResponseStarted()) {
            answering = true;
            until = now + MOMENT;
            exchange.getIoThread().executeAfter(this::close, MOMENT, TimeUnit.NANOSECONDS);
        }
        return answering;
    }

    private void close() {
        if (!exchange.isRequestComplete()) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private long counted(long read) throws IOException {
        pace.received(read);
        check();
        return read;
    }

    private void check() throws IOException {
        long now = System.nanoTime();
        if (isAnswered(now)) {
            if (now - until >= 0) {
                throw brokenOff(new IOException("the request was answered before its body ended"));
            }
            return;
        }
        var fault = pace.fault(now);
        if (fault.isPresent()) {
            throw brokenOff(new IOException(fault.get().getMessage(), fault.get()));
        }
    }

    private IOException brokenOff(IOException why) {
        // what else comes on the connection is the rest of this body, and no request
        exchange.setPersistent(false);
        return why;
    }
}
