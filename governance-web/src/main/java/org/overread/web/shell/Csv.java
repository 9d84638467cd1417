package org.overread.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A table as a file that spreadsheets open, as RFC 4180 has it. */
public final class Csv implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StringBuilder text = new StringBuilder();

    public Csv(String... columns) {
        line(columns);
    }

    public Csv line(String... values) {
        text.append(Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    /** A link that hands out the file. */
    public Anchor download(String words, String fileName) {
        var bytes = toString().getBytes(StandardCharsets.UTF_8);
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(bytes), fileName, "text/csv; charset=utf-8", bytes.length)),
                words);
        link.addClassName("download");
        return link;
    }

    /** Words that a spreadsheet would take for a formula are kept from being one; numbers stay as they are. */
    private static String quoted(String value) {
        var safe = value.matches("[=+@\t\r].*|-(?![0-9.]).*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
