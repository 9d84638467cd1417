package org.overread.reports.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A structure in the compact protocol of Apache Thrift, which is how Parquet writes what is not data. Fields are added
 * in ascending order of their ids, at most 15 apart; whole numbers are not negative.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">The protocol</a>
 */
final class ThriftStruct {
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    ThriftStruct whole(int id, int value) {
        return field(id, I32).number(value);
    }

    ThriftStruct large(int id, long value) {
        return field(id, I64).number(value);
    }

    ThriftStruct flag(int id, boolean value) {
        return field(id, value ? TRUE : FALSE);
    }

    ThriftStruct text(int id, String value) {
        return field(id, BINARY).text(value);
    }

    ThriftStruct struct(int id, ThriftStruct value) {
        return field(id, STRUCT).raw(value.bytes());
    }

    ThriftStruct structs(int id, List<ThriftStruct> values) {
        field(id, LIST).list(STRUCT, values.size());
        values.forEach(value -> raw(value.bytes()));
        return this;
    }

    ThriftStruct wholes(int id, List<Integer> values) {
        field(id, LIST).list(I32, values.size());
        values.forEach(this::number);
        return this;
    }

    ThriftStruct texts(int id, List<String> values) {
        field(id, LIST).list(BINARY, values.size());
        values.forEach(this::text);
        return this;
    }

    /** All of it, with the mark of its end. */
    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.write(0);
        return whole.toByteArray();
    }

    private ThriftStruct field(int id, int type) {
        out.write((id - last) << 4 | type);
        last = id;
        return this;
    }

    private void list(int type, int size) {
        if (size < SHORT_LIST) {
            out.write(size << 4 | type);
        } else {
            out.write(SHORT_LIST << 4 | type);
            varint(out, size);
        }
    }

    private ThriftStruct number(long value) {
        varint(out, value << 1); // zigzag of what is not negative
        return this;
    }

    private ThriftStruct text(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(out, bytes.length);
        return raw(bytes);
    }

    private ThriftStruct raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Seven bits a byte, the lowest first. */
    static void varint(ByteArrayOutputStream out, long value) {
        var rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
