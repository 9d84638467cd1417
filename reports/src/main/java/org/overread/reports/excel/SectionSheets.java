package org.overread.reports.excel;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.overread.reports.document.Block;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Column;
import org.overread.reports.document.IntervalChart;
import org.overread.reports.document.Section;
import org.overread.reports.document.Table;

/** Writes one section, onto as many sheets as its rows need. */
final class SectionSheets {
    private static final int LONGEST_NAME = 31;

    private final SXSSFWorkbook book;
    private final Styles styles;
    private final Section section;
    private final int rowsOfASheet;
    private SheetPage page;

    SectionSheets(SXSSFWorkbook book, Styles styles, Section section, int rowsOfASheet) {
        this.book = book;
        this.styles = styles;
        this.section = section;
        this.rowsOfASheet = rowsOfASheet;
        this.page = newPage();
    }

    void write() {
        section.blocks().forEach(this::write);
        page.finish();
    }

    private void write(Block block) {
        page.gap();
        switch (block) {
            case Block.Heading heading -> page.words(heading.text(), styles.heading);
            case Block.Paragraph paragraph -> page.words(paragraph.text(), styles.paragraph);
            case Block.Facts facts -> facts.facts().forEach(page::fact);
            case Table table -> write(table);
            case IntervalChart chart -> write(chart);
        }
    }

    private void write(Table table) {
        boolean only = section.blocks().stream().filter(Table.class::isInstance).count() == 1;
        page.header(table.columns(), only);
        table.each(row -> {
            if (page.isFull()) {
                page.finish();
                page = newPage();
                page.header(table.columns(), only);
            }
            page.row(row);
        });
    }

    /** The numbers as a table, and the picture of them below. */
    private void write(IntervalChart chart) {
        page.words(chart.title(), styles.heading);
        int top = page.header(
                List.of(
                        Column.text(chart.groupTitle()),
                        Column.ratio(chart.valueTitle()),
                        Column.ratio("Lower 95 %"),
                        Column.ratio("Upper 95 %"),
                        Column.ratio("Length down"),
                        Column.ratio("Length up")),
                false);
        for (var bar : chart.bars()) {
            page.row(List.of(
                    Cell.text(bar.group()),
                    new Cell.Ratio(bar.value()),
                    new Cell.Ratio(bar.low()),
                    new Cell.Ratio(bar.high()),
                    new Cell.Ratio(bar.value() - bar.low()),
                    new Cell.Ratio(bar.high() - bar.value())));
        }
        page.gap();
        page.leave(IntervalPicture.draw(book.getXSSFWorkbook().getSheet(page.name()), chart, top + 1, page.next()));
    }

    private SheetPage newPage() {
        return new SheetPage(book.createSheet(freeName()), styles, rowsOfASheet);
    }

    /** The section's name, or as much of it as a sheet can bear, with a number when it is taken. */
    private String freeName() {
        Set<String> taken = StreamSupport.stream(book.spliterator(), false)
                .map(sheet -> sheet.getSheetName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        var safe = WorkbookUtil.createSafeSheetName(section.name());
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? safe : numbered(safe, number))
                .filter(name -> !taken.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private static String numbered(String name, int number) {
        var end = " (" + number + ")";
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
    }
}
