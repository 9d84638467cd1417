package org.overread.monitoring.prediction.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/**
 * The plain bytes of a body, decompressed if they came as gzip (known by its first two bytes, whatever the sender
 * declared), and never more of them than the limits allow.
 */
public final class BodyStream extends FilterInputStream {
    /** Below this a high ratio is harmless. */
    private static final long RATIO_MATTERS_FROM = 16L << 20;

    private final Counted compressed;
    private final BodyLimits limits;
    private final boolean gzip;
    private long count;

    private BodyStream(InputStream plain, Counted compressed, boolean gzip, BodyLimits limits) {
        super(plain);
        this.compressed = compressed;
        this.gzip = gzip;
        this.limits = limits;
    }

    /** Begins to read; the caller closes the raw stream. */
    public static BodyStream of(InputStream raw, BodyLimits limits) throws IOException {
        var counted = new Counted(raw);
        var buffered = new BufferedInputStream(counted, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        try {
            return new BodyStream(gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered, counted, gzip, limits);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    /** How many bytes have come over the wire so far, for showing progress. */
    public long received() {
        return compressed.count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            if (gzip) {
                throw damaged(e);
            }
            throw e;
        }
        count += Math.max(read, 0);
        if (count > limits.bytes()) {
            throw new GovernanceException(
                    ErrorCode.TOO_LARGE,
                    "The body is larger than the " + limits.bytes()
                            + " bytes this installation takes at once: split it");
        }
        if (gzip && count > RATIO_MATTERS_FROM && count / limits.ratio() > compressed.count) {
            throw new GovernanceException(
                    ErrorCode.TOO_LARGE,
                    "The gzip body grows more than " + limits.ratio() + "-fold: send it without compression");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static GovernanceException damaged(IOException e) {
        var refusal = new GovernanceException(
                ErrorCode.UNREADABLE, "The gzip body is damaged or ends early: compress and send it again");
        refusal.initCause(e);
        return refusal;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
