package org.overread.reports.excel;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import org.overread.reports.document.Block.Fact;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Column;

/** One sheet while it is being written, from top to bottom. */
final class SheetPage {
    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final int NARROWEST = 9;
    /** A digest stands on one line. */
    private static final int WIDEST = 66;
    /** What fits across a printed page and can still be read. */
    private static final int PAGE = 150;

    private static final float LINE_HEIGHT = 15;
    /** The format ends at 409 points. */
    private static final int MOST_LINES = 27;

    private static final int WIDTH_OF_A_TIME = 21;
    private static final int FILTER_BUTTON = 3;

    private final SXSSFSheet sheet;
    private final Styles styles;
    private final int rowsOfASheet;
    private final List<Integer> widths = new ArrayList<>();
    private int widest = WIDEST;
    private int next;
    private @Nullable CellRangeAddress filtered;

    SheetPage(SXSSFSheet sheet, Styles styles, int rowsOfASheet) {
        this.sheet = sheet;
        this.styles = styles;
        this.rowsOfASheet = rowsOfASheet;
        var print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getFooter().setRight("&P / &N");
        sheet.getFooter().setLeft("&A");
    }

    String name() {
        return sheet.getSheetName();
    }

    /** The number of the row that is written next, from 0. */
    int next() {
        return next;
    }

    boolean isFull() {
        return next >= rowsOfASheet;
    }

    /** An empty row, unless the sheet begins here. */
    void gap() {
        next = next == 0 ? 0 : next + 1;
    }

    /** Goes on below that row. */
    void leave(int row) {
        next = row;
    }

    void words(String text, CellStyle style) {
        put(sheet.createRow(next++), 0, text, style);
    }

    void fact(Fact fact) {
        var row = sheet.createRow(next++);
        put(row, 0, fact.value() instanceof Cell.Time ? inUtc(fact.name()) : fact.name(), styles.name);
        widen(0, fact.name().length() + FILTER_BUTTON);
        put(row, 1, fact.value());
        grow(row, List.of(fact.value()));
    }

    /**
     * The titles of a table's columns. When it is the only table of its section they stay in sight and get filters.
     *
     * @return the row they stand in
     */
    int header(List<Column> columns, boolean only) {
        widest = Math.clamp(PAGE / Math.max(1, columns.size()), NARROWEST + FILTER_BUTTON, WIDEST);
        var row = sheet.createRow(next++);
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var title = column.kind() == Column.Kind.TIME ? inUtc(column.title()) : column.title();
            put(row, i, title, styles.header);
            widen(i, Math.max(longestWord(title), Math.ceilDiv(title.length(), 2) + 2) + FILTER_BUTTON);
        }
        row.setHeightInPoints(2 * LINE_HEIGHT);
        if (only && !columns.isEmpty()) {
            sheet.createFreezePane(0, next);
            sheet.setRepeatingRows(new CellRangeAddress(next - 1, next - 1, -1, -1));
            filtered = new CellRangeAddress(next - 1, next - 1, 0, columns.size() - 1);
        }
        return next - 1;
    }

    void row(List<Cell> cells) {
        var row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            put(row, i, cells.get(i));
        }
        grow(row, cells);
        if (filtered != null) {
            filtered.setLastRow(next - 1);
        }
    }

    /** What can only be said when all rows are there. */
    void finish() {
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, widths.get(i) * WIDTH_OF_A_CHARACTER);
        }
        if (filtered != null) {
            sheet.setAutoFilter(filtered);
        }
    }

    private void put(SXSSFRow row, int column, Cell value) {
        switch (value) {
            case Cell.Text text -> {
                put(row, column, text.text(), style(text.text()));
                widen(column, longestLine(text.text()));
            }
            case Cell.Count count -> number(row, column, count.count(), styles.count);
            case Cell.Ratio ratio -> number(row, column, ratio.ratio(), styles.ratio(ratio.decimals()));
            case Cell.Time time -> {
                var cell = row.createCell(column);
                cell.setCellValue(LocalDateTime.ofInstant(time.time(), ZoneOffset.UTC));
                cell.setCellStyle(styles.time);
                widen(column, WIDTH_OF_A_TIME);
            }
            case Cell.Missing missing -> {
                put(row, column, missing.reason(), styles.missing);
                widen(column, longestWord(missing.reason()));
            }
        }
    }

    private CellStyle style(String text) {
        return CellText.looksLikeAFormula(text) ? styles.formulaLike : styles.text;
    }

    private void number(SXSSFRow row, int column, double value, CellStyle style) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
        widen(column, NARROWEST);
    }

    private static void put(SXSSFRow row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(CellText.fitting(text));
        cell.setCellStyle(style);
    }

    /** Makes room for words that take several lines; not every program does that by itself. */
    private void grow(SXSSFRow row, List<Cell> cells) {
        int lines = cells.stream().mapToInt(this::lines).max().orElse(1);
        if (lines > 1) {
            row.setHeightInPoints(LINE_HEIGHT * Math.min(lines, MOST_LINES));
        }
    }

    private int lines(Cell cell) {
        return switch (cell) {
            case Cell.Text text ->
                text.text()
                        .lines()
                        .mapToInt(line -> Math.ceilDiv(Math.max(1, line.length()), widest - 1))
                        .sum();
            case Cell.Missing missing ->
                Math.ceilDiv(Math.max(1, missing.reason().length()), widest - 1);
            case Cell.Count _, Cell.Ratio _, Cell.Time _ -> 1;
        };
    }

    private void widen(int column, int characters) {
        while (widths.size() <= column) {
            widths.add(NARROWEST);
        }
        widths.set(column, Math.max(widths.get(column), Math.min(characters + 1, widest)));
    }

    private static int longestLine(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }

    private static int longestWord(String text) {
        return Stream.of(text.split(" ")).mapToInt(String::length).max().orElse(0);
    }

    private static String inUtc(String title) {
        return title + " (UTC)";
    }
}
