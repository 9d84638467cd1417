package org.overread.reports.seismometer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.KnownCase;
import org.overread.monitoring.performance.KnownCases;
import org.overread.monitoring.performance.KnownCases.Basis;
import org.overread.reports.parquet.ParquetColumn;
import org.overread.reports.parquet.ParquetWriter;

/**
 * The folder while it is written: takes cases one by one, each into both tables, and at the end is copied out as a zip.
 * The tables grow on disk, as a zip is written one file at a time.
 */
final class SeismometerFolder implements AutoCloseable, KnownCases.Reader {
    private final Layout layout;
    private final Pseudonyms pseudonyms;
    private final Path predictionsFile;
    private final Path eventsFile;
    private final ParquetWriter predictions;
    private final ParquetWriter events;
    private Basis basis = Basis.NOTHING;
    private long rows;

    SeismometerFolder(Layout layout, Pseudonyms pseudonyms) throws IOException {
        this.layout = layout;
        this.pseudonyms = pseudonyms;
        predictionsFile = Files.createTempFile("overread-predictions-", ".tmp");
        eventsFile = Files.createTempFile("overread-events-", ".tmp");
        predictions = table(
                predictionsFile, layout.columns().stream().map(Column::parquet).toList());
        events = table(eventsFile, EventTable.COLUMNS);
    }

    /** What was read. */
    Basis basis() {
        return basis;
    }

    @Override
    public void begin(Basis counted) {
        basis = counted;
    }

    @Override
    public void take(KnownCase known) {
        var number = ++rows;
        var patient = known.patientKey() == null ? pseudonyms.unnamed(number) : pseudonyms.of(known.patientKey());
        var row = new Column.Row(patient, number, known);
        try {
            predictions.row(values(row));
            events.row(EventTable.row(row, basis.timed()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends both tables and writes the zip, all of it in one folder of that name, with these texts in their places. */
    void copy(String name, Map<String, String> texts, OutputStream to) throws IOException {
        predictions.close();
        events.close();
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        for (var file : texts.entrySet()) {
            zip.putNextEntry(new ZipEntry(name + "/" + file.getKey()));
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        zip.putNextEntry(new ZipEntry("%s/%s/%s".formatted(name, FolderTexts.DATA, FolderTexts.PREDICTIONS)));
        Files.copy(predictionsFile, zip);
        zip.putNextEntry(new ZipEntry("%s/%s/%s".formatted(name, FolderTexts.DATA, FolderTexts.EVENTS)));
        Files.copy(eventsFile, zip);
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        try (predictions;
                events) {
            Files.deleteIfExists(predictionsFile);
            Files.deleteIfExists(eventsFile);
        }
    }

    private List<@Nullable Object> values(Column.Row row) {
        var values = new ArrayList<@Nullable Object>(layout.columns().size());
        layout.columns().forEach(column -> values.add(column.value().apply(row)));
        return values;
    }

    private static ParquetWriter table(Path file, List<ParquetColumn> columns) throws IOException {
        return new ParquetWriter(new BufferedOutputStream(Files.newOutputStream(file)), columns);
    }
}
