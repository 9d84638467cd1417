package org.overread.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Column;
import org.overread.reports.document.Document;
import org.overread.reports.document.Section;
import org.overread.reports.document.Table;

/**
 * Writes a workbook of a million rows and prints what it took. Not part of the tests; run it in a heap of 512 MB by
 *
 * <pre>mvn -pl reports -am test -Dtest=MillionRowsBenchmark -DargLine=-Xmx512m -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class MillionRowsBenchmark {
    private static final int ROWS = 1_000_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void writesAMillionRows() throws Exception {
        var file = Files.createTempFile("million", ".xlsx");
        long begin = System.nanoTime();
        try (var to = Files.newOutputStream(file)) {
            new ExcelWriter().write(trail(), to);
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        long size = Files.size(file);
        Files.delete(file);

        System.out.printf(
                "%,d rows of 8 cells: %.1f s, %,.0f rows/s, file %.1f MB, heap limit %d MB, peak heap %d MB%n",
                ROWS,
                took.toMillis() / 1e3,
                ROWS / (took.toMillis() / 1e3),
                size / 1e6,
                Runtime.getRuntime().maxMemory() >> 20,
                peakHeap() >> 20);
        assertThat(size).isPositive();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Document trail() {
        var columns = List.of(
                Column.count("Entry"),
                Column.time("At"),
                Column.text("Who"),
                Column.text("What"),
                Column.text("Model"),
                Column.text("In words"),
                Column.ratio("Figure"),
                Column.text("Hash"));
        return new Document("A million rows", List.of(Section.of("Audit", new Table(columns, to -> {
            for (int i = 1; i <= ROWS; i++) {
                to.accept(row(i));
            }
        }))));
    }

    private static List<Cell> row(int i) {
        return List.of(
                Cell.count(i),
                Cell.time(START.plusSeconds(i)),
                Cell.text("Person " + i % 97),
                Cell.text("feedback.recorded"),
                Cell.text("sepsis"),
                Cell.text("overrode output " + i + " with the reason: already treated"),
                new Cell.Ratio(i / (double) ROWS),
                Cell.text(Long.toHexString(i * 0x9E3779B97F4A7C15L)));
    }
}
