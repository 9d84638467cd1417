package org.overread.monitoring.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a CSV of predictions into a folder. */
final class CsvFile {
    private final Path folder;
    private final StringBuilder text = new StringBuilder();
    private int rows;

    CsvFile(Path folder, String extraColumns) {
        this.folder = folder;
        text.append("prediction_id,occurred_at,patient_ref,score,outcome")
                .append(extraColumns)
                .append('\n');
    }

    /** So many rows of as many patients; the outcome 1, 0 or empty. */
    CsvFile rows(int count, String score, String outcome, String extraValues) {
        for (var i = 0; i < count; i++) {
            rows++;
            line("p" + rows + ",2025-01-01T00:00:00Z,x" + rows + "," + score + "," + outcome + extraValues);
        }
        return this;
    }

    CsvFile line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Path write() {
        return write(text.toString());
    }

    /** The same with a byte-order mark, CRLF and every value in quotes. */
    Path writeAsSpreadsheetsDo() {
        var quoted = new StringBuilder("\uFEFF");
        text.toString()
                .lines()
                .forEach(line ->
                        quoted.append('"').append(line.replace(",", "\",\"")).append("\"\r\n"));
        return write(quoted.toString());
    }

    Path writeCompressed() {
        var file = folder.resolve("predictions.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path write(String content) {
        try {
            return Files.writeString(folder.resolve("predictions.csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
