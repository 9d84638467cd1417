package org.overread.reports.excel;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a workbook look. A workbook holds only so many styles, so each is made once. */
final class Styles {
    private final Workbook book;

    final CellStyle heading;
    final CellStyle header;
    final CellStyle name;
    final CellStyle paragraph;
    final CellStyle text;
    final CellStyle formulaLike;
    final CellStyle count;
    private final Map<Integer, CellStyle> ratios = new HashMap<>();
    final CellStyle time;
    final CellStyle missing;

    Styles(Workbook book) {
        this.book = book;
        heading = with(font(true, false, 14));
        header = headerStyle();
        name = with(font(true, false, 11));
        paragraph = with(font(false, false, 11));
        text = wrapped();
        formulaLike = wrapped();
        formulaLike.setQuotePrefixed(true);
        count = format("#,##0");
        time = format("yyyy-mm-dd hh:mm:ss");
        missing = with(font(false, true, 11));
        missing.setWrapText(true);
    }

    /** A figure to so many decimals. */
    CellStyle ratio(int decimals) {
        return ratios.computeIfAbsent(decimals, many -> format("0." + "0".repeat(many)));
    }

    private CellStyle headerStyle() {
        var style = with(font(true, false, 11));
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setWrapText(true);
        return style;
    }

    private CellStyle wrapped() {
        var style = with(font(false, false, 11));
        style.setWrapText(true);
        return style;
    }

    private CellStyle format(String pattern) {
        var style = with(font(false, false, 11));
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        return style;
    }

    private CellStyle with(Font font) {
        var style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private Font font(boolean bold, boolean italic, int points) {
        var font = book.createFont();
        font.setBold(bold);
        font.setItalic(italic);
        font.setFontHeightInPoints((short) points);
        if (italic) {
            font.setColor(IndexedColors.GREY_80_PERCENT.getIndex());
        }
        return font;
    }
}
