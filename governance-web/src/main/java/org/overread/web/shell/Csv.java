package org.overread.web.shell;

import com.vaadin.flow.component.html.Anchor;
import java.io.Serializable;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table as a file that spreadsheets open, as RFC 4180 has it. */
public final class Csv implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What spreadsheets begin a formula with, also in its full width, behind what they pass over. */
    private static final Pattern FORMULA =
            Pattern.compile("[ \\u00A0\\u200B\\uFEFF\\n\"']*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20]");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?%?");

    /** What ends a cell or a line in one country's spreadsheet or another's, or would be trimmed away. */
    private static final Pattern QUOTED = Pattern.compile("[\",;\\t\\r\\n]|^ | $");

    private final StringBuilder text = new StringBuilder();

    public Csv(String... columns) {
        line(columns);
    }

    public Csv line(String... values) {
        text.append(Arrays.stream(values).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    /** A link that hands out the file, which stands in the audit trail by its name: nobody may have typed it. */
    public Anchor download(String words, String fileName) {
        return download(words, fileName, fileName);
    }

    /** A link that hands out the file, which stands in the audit trail as what the product calls it. */
    public Anchor download(String words, String what, String fileName) {
        return Download.link(words, what, fileName, "text/csv", toString());
    }

    /** Words that a spreadsheet would take for a formula are kept from being one; numbers stay as they are. */
    private static String cell(String value) {
        boolean formula =
                FORMULA.matcher(value).lookingAt() && !NUMBER.matcher(value).matches();
        var safe = formula ? "'" + value : value;
        return QUOTED.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
