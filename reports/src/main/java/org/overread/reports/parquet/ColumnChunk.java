package org.overread.reports.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The values of one column in one row group, gathered until they are written as a single page. */
final class ColumnChunk {
    private static final int PLAIN = 0;
    private static final int RUN_LENGTHS = 3;
    private static final int GZIP = 2;
    private static final int DATA_PAGE = 0;

    private final ParquetColumn column;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteArrayOutputStream presence = new ByteArrayOutputStream();
    private boolean present;
    private int run;
    private int rows;

    ColumnChunk(ParquetColumn column) {
        this.column = column;
    }

    void add(@Nullable Object value) {
        note(value != null);
        if (value != null) {
            switch (column.kind()) {
                case TEXT -> text((String) value);
                case NUMBER -> eight(Double.doubleToLongBits((Double) value));
                case WHOLE -> eight((Long) value);
                case TIME -> eight(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            }
        }
    }

    /**
     * Writes the page.
     *
     * @param offset where in the file it comes to lie
     * @return what the footer says of it
     */
    Written write(OutputStream out, long offset) throws IOException {
        endRun();
        var content = new ByteArrayOutputStream();
        content.writeBytes(little(Integer.BYTES).putInt(presence.size()).array());
        presence.writeTo(content);
        values.writeTo(content);
        var packed = packed(content);
        var header = new ThriftStruct()
                .whole(1, DATA_PAGE)
                .whole(2, content.size())
                .whole(3, packed.length)
                .struct(
                        5,
                        new ThriftStruct()
                                .whole(1, rows)
                                .whole(2, PLAIN)
                                .whole(3, RUN_LENGTHS)
                                .whole(4, RUN_LENGTHS))
                .bytes();
        out.write(header);
        out.write(packed);
        var length = header.length + packed.length;
        var uncompressed = header.length + content.size();
        return new Written(
                length,
                uncompressed,
                new ThriftStruct()
                        .large(2, offset)
                        .struct(
                                3,
                                new ThriftStruct()
                                        .whole(1, column.kind().physical())
                                        .wholes(2, List.of(PLAIN, RUN_LENGTHS))
                                        .texts(3, List.of(column.name()))
                                        .whole(4, GZIP)
                                        .large(5, rows)
                                        .large(6, uncompressed)
                                        .large(7, length)
                                        .large(9, offset)));
    }

    /** @param length in bytes, as it lies in the file */
    record Written(int length, int uncompressed, ThriftStruct declared) {}

    private static byte[] packed(ByteArrayOutputStream content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            content.writeTo(gzip);
        }
        return packed.toByteArray();
    }

    /** Whether values are there is told in runs of equal answers. */
    private void note(boolean there) {
        if (there != present) {
            endRun();
            present = there;
        }
        run++;
        rows++;
    }

    private void endRun() {
        if (run > 0) {
            ThriftStruct.varint(presence, (long) run << 1);
            presence.write(present ? 1 : 0);
            run = 0;
        }
    }

    private void text(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        values.writeBytes(little(Integer.BYTES).putInt(bytes.length).array());
        values.writeBytes(bytes);
    }

    private void eight(long value) {
        values.writeBytes(little(Long.BYTES).putLong(value).array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
