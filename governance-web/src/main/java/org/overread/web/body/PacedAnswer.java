package org.overread.web.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** An answer that breaks off when its reader takes it too slowly: it holds a thread, and often a connection to the database. */
final class PacedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {
    private final BodyPace pace;

    PacedAnswer(StreamSinkConduit next, BodyPace pace) {
        super(next);
        this.pace = pace;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = next.write(source);
        pace.received(written);
        return written;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return counted(next.write(sources, offset, length));
    }

    @Override
    public int writeFinal(ByteBuffer source) throws IOException {
        int written = next.writeFinal(source);
        pace.received(written);
        return written;
    }

    @Override
    public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
        return counted(next.writeFinal(sources, offset, length));
    }

    @Override
    public long transferFrom(FileChannel source, long position, long count) throws IOException {
        return counted(next.transferFrom(source, position, count));
    }

    @Override
    public long transferFrom(StreamSourceChannel source, long count, ByteBuffer through) throws IOException {
        return counted(next.transferFrom(source, count, through));
    }

    @Override
    public void awaitWritable() throws IOException {
        awaitWritable(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        long before = System.nanoTime();
        next.awaitWritable(Math.min(unit.toNanos(time), pace.patience(before)), TimeUnit.NANOSECONDS);
        pace.waited(System.nanoTime() - before);
        if (pace.fault(System.nanoTime()).isPresent()) {
            throw new IOException("the answer was read too slowly");
        }
    }

    private long counted(long written) {
        pace.received(written);
        return written;
    }
}
