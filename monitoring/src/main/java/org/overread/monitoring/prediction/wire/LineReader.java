package org.overread.monitoring.prediction.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/**
 * Cuts a stream into lines and holds one of them at a time. A line ends with a line feed, a carriage return or both, so
 * that no file looks like one line. A byte-order mark at the start is dropped.
 */
public final class LineReader {
    static final int LONGEST = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private int start;
    private int end;
    private long number;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end of the stream
     * @throws GovernanceException with {@link ErrorCode#TOO_LARGE} when the line is longer than 1 MiB
     */
    public boolean next() throws IOException {
        start = next;
        int scanned = start;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                if (ends(i)) {
                    return line(i, i + (buffer[i] == '\r' && buffer[i + 1] == '\n' ? 2 : 1));
                }
            }
            int held = filled - start;
            if (held > LONGEST) {
                throw tooLong(number + 1);
            }
            if (!fill()) {
                return held > 0 && line(filled, filled);
            }
            scanned = start + Math.max(0, held - 1);
        }
    }

    /** Of a carriage return that was read last, it is not known yet whether a line feed follows. */
    private boolean ends(int i) {
        return buffer[i] == '\n' || buffer[i] == '\r' && i + 1 < filled;
    }

    /** The line's number, from 1. */
    public long number() {
        return number;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    public boolean blank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The line as text, or null when its bytes are not UTF-8. */
    public @Nullable String text() {
        var text = new String(buffer, start, length(), StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || decodes() ? text : null;
    }

    private boolean decodes() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, length()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean line(int stop, int following) {
        number++;
        next = following;
        if (stop - start > LONGEST) {
            throw tooLong(number);
        }
        end = stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        if (number == 1 && length() >= 3 && Arrays.equals(buffer, start, start + 3, BYTE_ORDER_MARK, 0, 3)) {
            start += 3;
        }
        return true;
    }

    private static GovernanceException tooLong(long line) {
        return new GovernanceException(
                ErrorCode.TOO_LARGE, "Line " + line + " is longer than 1 MiB: end each line with a line feed");
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count >= 0;
    }
}
