package org.overread.reports.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.SchemaElement;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.reports.parquet.ParquetColumn.Kind;

/**
 * A Parquet file read back by Hardwood, a reader that shares nothing with our writer.
 *
 * @param types of each column, as the file declares it
 * @param rows each with its values by column: text, {@code Double}, {@code Long} or {@code LocalDateTime}
 */
public record ParquetTable(FileMetaData declared, Map<String, Kind> types, List<Map<String, @Nullable Object>> rows) {
    public static ParquetTable read(byte[] file) {
        try (var reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
                var cursor = reader.rowReader()) {
            var types = new LinkedHashMap<String, Kind>();
            reader.getFileMetaData().schema().stream()
                    .filter(SchemaElement::isPrimitive)
                    .forEach(element -> types.put(element.name(), kind(element)));
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            while (cursor.hasNext()) {
                cursor.next();
                var row = new LinkedHashMap<String, @Nullable Object>();
                types.forEach((name, kind) -> row.put(name, value(cursor, row.size(), kind)));
                rows.add(row);
            }
            return new ParquetTable(reader.getFileMetaData(), types, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(SchemaElement element) {
        if (element.type() == PhysicalType.DOUBLE) {
            return Kind.NUMBER;
        }
        if (element.type() == PhysicalType.BYTE_ARRAY) {
            return Kind.TEXT;
        }
        return switch (element.logicalType()) {
            case LogicalType.TimestampType time when !time.isAdjustedToUTC() -> Kind.TIME;
            case null, default -> Kind.WHOLE;
        };
    }

    private static @Nullable Object value(RowReader row, int column, Kind kind) {
        if (row.isNull(column)) {
            return null;
        }
        return switch (kind) {
            case TEXT -> row.getString(column);
            case NUMBER -> row.getDouble(column);
            case WHOLE -> row.getLong(column);
            case TIME -> (LocalDateTime) row.getLocalTimestamp(column);
        };
    }
}
