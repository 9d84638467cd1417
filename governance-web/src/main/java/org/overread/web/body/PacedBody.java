package org.overread.web.body;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** A body that breaks off as soon as it does not keep to its rule, for whoever reads it and however. */
final class PacedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final HttpServerExchange exchange;
    private final BodyPace pace;

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
        next.awaitReadable(Math.min(unit.toNanos(time), pace.patience(before)), TimeUnit.NANOSECONDS);
        pace.waited(System.nanoTime() - before);
        check();
    }

    private long counted(long read) throws IOException {
        pace.received(read);
        check();
        return read;
    }

    private void check() throws IOException {
        var fault = pace.fault(System.nanoTime());
        if (fault.isPresent()) {
            // what else comes on the connection is the rest of this body, and no request
            exchange.setPersistent(false);
            throw new IOException(fault.get().getMessage(), fault.get());
        }
    }
}
