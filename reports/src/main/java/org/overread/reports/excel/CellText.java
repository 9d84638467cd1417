package org.overread.reports.excel;

import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;

/** Text as a cell can hold it. */
final class CellText {
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int CUT_AT = LONGEST - 100;

    /** What the file format takes for an escaped character, such as {@code _x0041_}. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** The text as it is, unless it is too long for a cell: then its beginning, which says that it was cut. */
    static String fitting(String text) {
        var written = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
        return written.length() <= LONGEST
                ? written
                : written.substring(0, CUT_AT) + " … (cut: %d characters in all)".formatted(text.length());
    }

    /** Whether a spreadsheet would take the text for a formula, were it typed in or pasted. */
    static boolean looksLikeAFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
