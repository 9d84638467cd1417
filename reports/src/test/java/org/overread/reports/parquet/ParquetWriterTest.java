package org.overread.reports.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.reports.parquet.ParquetColumn.Kind;

class ParquetWriterTest {
    private static final List<ParquetColumn> ONE_OF_EACH = List.of(
            new ParquetColumn("word", Kind.TEXT),
            new ParquetColumn("number", Kind.NUMBER),
            new ParquetColumn("count", Kind.WHOLE),
            new ParquetColumn("at", Kind.TIME));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    @DisplayName("F7: what is written is read back by another reader, value by value and with its type")
    void keepsEveryValueAndType() throws IOException {
        try (var writer = new ParquetWriter(out, ONE_OF_EACH)) {
            writer.row(List.of("Größe 💙", 0.1 + 0.2, Long.MAX_VALUE, Instant.parse("2026-03-01T10:00:00.123456Z")));
            writer.row(List.of("", -0.0, Long.MIN_VALUE, Instant.parse("1969-12-31T23:59:59.999999Z")));
            writer.row(List.of("None", Double.MIN_VALUE, 0L, Instant.EPOCH));
        }

        var table = ParquetTable.read(out.toByteArray());

        assertThat(table.types().values()).containsExactly(Kind.TEXT, Kind.NUMBER, Kind.WHOLE, Kind.TIME);
        assertThat(table.rows().stream().map(row -> List.copyOf(row.values())))
                .containsExactly(
                        List.of(
                                "Größe 💙",
                                0.1 + 0.2,
                                Long.MAX_VALUE,
                                LocalDateTime.parse("2026-03-01T10:00:00.123456")),
                        List.of("", -0.0, Long.MIN_VALUE, LocalDateTime.parse("1969-12-31T23:59:59.999999")),
                        List.of("None", Double.MIN_VALUE, 0L, LocalDateTime.parse("1970-01-01T00:00:00")));
    }

    @Test
    @DisplayName("F7: what is missing stays missing and is neither 0 nor empty")
    void keepsWhatIsMissingMissing() throws IOException {
        var missing = Arrays.<@Nullable Object>asList(null, null, null, null);
        try (var writer = new ParquetWriter(out, ONE_OF_EACH)) {
            writer.row(missing);
            writer.row(List.of("a", 1.0, 1L, Instant.EPOCH));
            writer.row(missing);
            writer.row(missing);
        }

        assertThat(ParquetTable.read(out.toByteArray()).rows())
                .extracting(row -> row.get("word"))
                .containsExactly(null, "a", null, null);
        assertThat(ParquetTable.read(out.toByteArray()).rows())
                .extracting(row -> row.get("number"))
                .containsExactly(null, 1.0, null, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ParquetWriter.GROUP - 1, ParquetWriter.GROUP, 2 * ParquetWriter.GROUP + 3})
    void keepsEveryRowInItsOrder(int rows) throws IOException {
        try (var writer = new ParquetWriter(out, ONE_OF_EACH)) {
            for (long i = 0; i < rows; i++) {
                writer.row(Arrays.<@Nullable Object>asList(
                        i % 7 < 3 ? null : "w" + i, i / 3.0, i, Instant.ofEpochSecond(i)));
            }
        }

        var table = ParquetTable.read(out.toByteArray());

        assertThat(table.declared().numRows()).isEqualTo(rows);
        assertThat(table.declared().rowGroups()).hasSize((rows + ParquetWriter.GROUP - 1) / ParquetWriter.GROUP);
        assertThat(table.rows()).hasSize(rows);
        for (var i = 0; i < rows; i++) {
            var row = table.rows().get(i);
            if (!Long.valueOf(i).equals(row.get("count"))
                    || !Double.valueOf(i / 3.0).equals(row.get("number"))
                    || !java.util.Objects.equals(row.get("word"), i % 7 < 3 ? null : "w" + i)) {
                throw new AssertionError("row %d is %s".formatted(i, row));
            }
        }
    }

    @Test
    void declaresMoreColumnsThanFitAShortList() throws IOException {
        var columns = IntStream.range(0, 40)
                .mapToObj(i -> new ParquetColumn("c" + i, Kind.WHOLE))
                .toList();
        try (var writer = new ParquetWriter(out, columns)) {
            writer.row(IntStream.range(0, 40).mapToObj(Long::valueOf).toList());
        }

        var table = ParquetTable.read(out.toByteArray());

        assertThat(table.types()).hasSize(40);
        assertThat(table.rows().getFirst()).containsEntry("c0", 0L).containsEntry("c39", 39L);
    }

    @Test
    void refusesARowThatDoesNotFit() throws IOException {
        try (var writer = new ParquetWriter(out, ONE_OF_EACH)) {
            assertThatThrownBy(() -> writer.row(List.of("a"))).hasMessage("1 values for 4 columns");
        }
    }
}
