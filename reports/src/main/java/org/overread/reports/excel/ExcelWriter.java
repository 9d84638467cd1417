package org.overread.reports.excel;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.overread.reports.document.Document;

/**
 * Writes a document as an Excel workbook, one sheet for each section, row by row: how many rows there are does not
 * matter to the memory it takes.
 *
 * <p>Numbers stay numbers with all their digits and times become dates in UTC, to the millisecond; what is missing says
 * why in words. Text stays text: what looks like a formula is marked so that Excel never makes one of it. Text longer
 * than a cell can hold is cut, and says so. A table longer than a sheet goes on in a further sheet.
 */
public final class ExcelWriter {
    private static final int ROWS_IN_MEMORY = 200;

    private final int rowsOfASheet;

    public ExcelWriter() {
        this(SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    ExcelWriter(int rowsOfASheet) {
        this.rowsOfASheet = rowsOfASheet;
    }

    /** Writes the whole workbook. The stream is left open. */
    public void write(Document document, OutputStream to) throws IOException {
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setCompressTempFiles(true);
            var properties = book.getXSSFWorkbook().getProperties().getCoreProperties();
            properties.setTitle(document.title());
            properties.setCreator("Overread");
            var styles = new Styles(book);
            for (var section : document.sections()) {
                new SectionSheets(book, styles, section, rowsOfASheet).write();
            }
            book.write(to);
        }
    }
}
