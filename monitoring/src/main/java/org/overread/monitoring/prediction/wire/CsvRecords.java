package org.overread.monitoring.prediction.wire;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV, one at a time. A quoted value may hold line breaks. A record that cannot be read costs its
 * first line only: reading goes on with the line after it, so that one stray quote does not swallow the rest.
 */
final class CsvRecords {
    private static final String NOT_CSV =
            "has quotes that do not match: put a value with quotes in quotes and double those inside";
    private static final String NOT_UTF_8 = "is not UTF-8";

    private record Line(long number, @Nullable String text) {}

    private final LineReader lines;
    private final CsvReader.CsvReaderBuilder csv = CsvReader.builder().allowUnclosedQuote(false);
    private final StringArrayHandler asArray = StringArrayHandler.of();
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long number;
    private String @Nullable [] values;
    private @Nullable String problem;

    CsvRecords(InputStream in) {
        lines = new LineReader(in);
    }

    /** Moves to the next record that is not blank; afterwards there are values, or there is a problem. */
    boolean next() throws IOException {
        var line = nextLine();
        while (line != null && line.text() != null && line.text().isBlank()) {
            line = nextLine();
        }
        if (line == null) {
            return false;
        }
        number = line.number();
        if (line.text() == null) {
            become(null, NOT_UTF_8);
            return true;
        }
        var parsed = parse(line.text());
        if (parsed == null && !balanced(line.text())) {
            parsed = parseJoined(line.text());
        }
        become(parsed, parsed == null ? NOT_CSV : null);
        return true;
    }

    /** The line on which the record begins. */
    long number() {
        return number;
    }

    /** The record's values, or null when it could not be read. */
    String @Nullable [] values() {
        return values;
    }

    /** Why the record could not be read, or null when it could. */
    @Nullable String problem() {
        return problem;
    }

    private void become(String @Nullable [] newValues, @Nullable String newProblem) {
        values = newValues;
        problem = newProblem;
    }

    private String @Nullable [] parseJoined(String first) throws IOException {
        var whole = new StringBuilder(first);
        List<Line> taken = new ArrayList<>();
        while (whole.length() <= LineReader.LONGEST) {
            var line = nextLine();
            if (line == null) {
                break;
            }
            taken.add(line);
            if (line.text() == null) {
                break;
            }
            whole.append('\n').append(line.text());
            if (!balanced(line.text())) {
                var parsed = parse(whole.toString());
                if (parsed != null) {
                    return parsed;
                }
                break;
            }
        }
        taken.reversed().forEach(putBack::addFirst);
        return null;
    }

    private String @Nullable [] parse(String text) {
        try {
            return csv.ofSingleCsvRecord(asArray, text);
        } catch (CsvParseException e) {
            return null;
        }
    }

    private @Nullable Line nextLine() throws IOException {
        if (!putBack.isEmpty()) {
            return putBack.removeFirst();
        }
        return lines.next() ? new Line(lines.number(), lines.text()) : null;
    }

    private static boolean balanced(String text) {
        int quotes = 0;
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            quotes++;
        }
        return quotes % 2 == 0;
    }
}
