package org.overread.reports.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Document;

/** A workbook read back into the cells of a document, by what Excel itself takes each cell for. */
public final class Reread {
    private final XSSFWorkbook book;

    private Reread(XSSFWorkbook book) {
        this.book = book;
    }

    public static Reread of(Document document) {
        return of(document, new ExcelWriter());
    }

    static Reread of(Document document, ExcelWriter writer) {
        var bytes = new ByteArrayOutputStream();
        try {
            writer.write(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(bytes.toByteArray());
    }

    public static Reread of(byte[] workbook) {
        try {
            return new Reread(new XSSFWorkbook(new ByteArrayInputStream(workbook)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFWorkbook book() {
        return book;
    }

    public List<String> sheets() {
        return StreamSupport.stream(book.spliterator(), false)
                .map(sheet -> sheet.getSheetName())
                .toList();
    }

    XSSFSheet sheet(String name) {
        return book.getSheet(name);
    }

    /** All cells of the sheet, row by row, without the rows that were left empty. */
    public List<List<Cell>> rows(String sheet) {
        return StreamSupport.stream(sheet(sheet).spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .map(cell -> value((XSSFCell) cell))
                        .toList())
                .toList();
    }

    private static Cell value(XSSFCell cell) {
        return switch (cell.getCellType()) {
            case STRING -> words(cell);
            case NUMERIC -> number(cell);
            case BOOLEAN, FORMULA, BLANK, ERROR, _NONE ->
                throw new AssertionError("a cell of type " + cell.getCellType() + " at " + cell.getReference());
        };
    }

    private static Cell words(XSSFCell cell) {
        return cell.getCellStyle().getFont().getItalic()
                ? new Cell.Missing(cell.getStringCellValue())
                : new Cell.Text(cell.getStringCellValue());
    }

    private static Cell number(XSSFCell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return new Cell.Time(cell.getLocalDateTimeCellValue().toInstant(ZoneOffset.UTC));
        }
        return cell.getCellStyle().getDataFormatString().equals("#,##0")
                ? new Cell.Count((long) cell.getNumericCellValue())
                : new Cell.Ratio(cell.getNumericCellValue());
    }
}
