package org.overread.monitoring.prediction.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary copy format, which spares the server from reading numbers and times as text. A field is
 * its length in four bytes and its bytes, all numbers big-endian; length −1 is null.
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int rows;
    private int[] marks = new int[1 << 10];
    private int marked;

    CopyRows() {
        clear();
    }

    void clear() {
        length = 0;
        rows = 0;
        marked = 0;
        room(32);
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        putInt(0);
        putInt(0);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int rows() {
        return rows;
    }

    void row(int fields) {
        room(2);
        bytes[length++] = (byte) (fields >>> 8);
        bytes[length++] = (byte) fields;
        rows++;
    }

    /** Marks the end, after the last row. */
    void end() {
        room(2);
        bytes[length++] = -1;
        bytes[length++] = -1;
    }

    void int2(@Nullable Integer value) {
        if (value == null) {
            putInt(-1);
        } else {
            putInt(2);
            room(2);
            bytes[length++] = (byte) (value >>> 8);
            bytes[length++] = (byte) (int) value;
        }
    }

    void int4(@Nullable Integer value) {
        if (value == null) {
            putInt(-1);
        } else {
            putInt(4);
            putInt(value);
        }
    }

    /** An integer that {@link #replaceMarked} puts another in the place of. */
    void markedInt4(int value) {
        int4(value);
        if (marked == marks.length) {
            marks = Arrays.copyOf(marks, marked * 2);
        }
        marks[marked++] = length - 4;
    }

    /** Replaces every marked integer, once. */
    void replaceMarked(IntUnaryOperator replacement) {
        int end = length;
        for (int i = 0; i < marked; i++) {
            length = marks[i];
            putInt(replacement.applyAsInt(getInt(marks[i])));
        }
        length = end;
        marked = 0;
    }

    void int8(@Nullable Long value) {
        if (value == null) {
            putInt(-1);
        } else {
            putInt(8);
            putInt((int) (value >>> 32));
            putInt((int) (long) value);
        }
    }

    void float8(@Nullable Double value) {
        if (value == null) {
            putInt(-1);
        } else {
            int8(Double.doubleToLongBits(value));
        }
    }

    /** The time in microseconds since the year 2000. */
    void time(@Nullable Instant value) {
        if (value == null) {
            putInt(-1);
        } else {
            int8((value.getEpochSecond() - EPOCH_2000) * 1_000_000 + value.getNano() / 1_000);
        }
    }

    void text(@Nullable String value) {
        if (value == null) {
            putInt(-1);
        } else {
            var encoded = value.getBytes(StandardCharsets.UTF_8);
            putInt(encoded.length);
            room(encoded.length);
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
        }
    }

    private int getInt(int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    }

    private void putInt(int value) {
        room(4);
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
