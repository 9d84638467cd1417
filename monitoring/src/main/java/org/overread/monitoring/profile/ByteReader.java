package org.overread.monitoring.profile;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    /** @throws IllegalArgumentException when the bytes begin with another version */
    ByteReader(byte[] bytes, int version) {
        this.bytes = bytes;
        if (bytes.length == 0 || bytes[at++] != version) {
            throw new IllegalArgumentException("not a profile of version " + version);
        }
    }

    long number() {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int small() {
        var next = bytes[at];
        if (next >= 0) {
            at++;
            return next;
        }
        return (int) number();
    }

    int four() {
        at += 4;
        return bytes[at - 4] << 24 | (bytes[at - 3] & 0xFF) << 16 | (bytes[at - 2] & 0xFF) << 8 | bytes[at - 1] & 0xFF;
    }

    long eight() {
        return (long) four() << 32 | four() & 0xFFFFFFFFL;
    }

    String text() {
        var length = small();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
