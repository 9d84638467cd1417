package org.overread.reports.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as an Apache Parquet file, row by row, holding at most {@value #GROUP} rows. It uses the part of the
 * format that every reader knows: flat optional columns, plain values, one gzip page for each column of a row group.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">The format</a>
 * @see "Decision 001: rows for Seismometer"
 */
public final class ParquetWriter implements AutoCloseable {
    /** The rows that are held before they are written. */
    public static final int GROUP = 50_000;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final List<ThriftStruct> groups = new ArrayList<>();
    private List<ColumnChunk> group = List.of();
    private int held;
    private long rows;
    private long position;
    private boolean closed;

    /** Begins a file; what it is written to is closed with it. */
    public ParquetWriter(OutputStream out, List<ParquetColumn> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        write(MAGIC);
        beginGroup();
    }

    /**
     * Adds a row.
     *
     * @param values one for each column in its type, null where it is missing
     * @throws IllegalArgumentException when they are more or fewer than the columns
     */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException("%d values for %d columns".formatted(values.size(), columns.size()));
        }
        for (var i = 0; i < group.size(); i++) {
            group.get(i).add(values.get(i));
        }
        if (++held == GROUP) {
            endGroup();
        }
    }

    /** Ends the file; doing it again changes nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            endGroup();
            var footer = footer();
            write(footer);
            write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(footer.length)
                    .array());
            write(MAGIC);
        }
    }

    private void beginGroup() {
        group = columns.stream().map(ColumnChunk::new).toList();
        held = 0;
    }

    private void endGroup() throws IOException {
        if (held == 0) {
            return;
        }
        var declared = new ArrayList<ThriftStruct>();
        long size = 0;
        for (var chunk : group) {
            var written = chunk.write(out, position);
            position += written.length();
            size += written.uncompressed();
            declared.add(written.declared());
        }
        groups.add(new ThriftStruct().structs(1, declared).large(2, size).large(3, held));
        rows += held;
        beginGroup();
    }

    private byte[] footer() {
        var schema = new ArrayList<ThriftStruct>();
        schema.add(new ThriftStruct().text(4, "table").whole(5, columns.size()));
        columns.forEach(column -> schema.add(column.declared()));
        return new ThriftStruct()
                .whole(1, 1) // the version of the format
                .structs(2, schema)
                .large(3, rows)
                .structs(4, groups)
                .text(6, "Overread")
                .bytes();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
