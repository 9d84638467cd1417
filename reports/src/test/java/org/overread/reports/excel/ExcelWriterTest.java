package org.overread.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.reports.document.Block;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Column;
import org.overread.reports.document.Document;
import org.overread.reports.document.IntervalChart;
import org.overread.reports.document.IntervalChart.Bar;
import org.overread.reports.document.Rows;
import org.overread.reports.document.Section;
import org.overread.reports.document.Table;

class ExcelWriterTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("Group"), Column.ratio("Sensitivity"), Column.count("Cases"), Column.time("Computed"));
    private static final Instant MOMENT = Instant.parse("2026-05-04T09:30:15.125Z");

    @Test
    @DisplayName("E1: a workbook that is read again holds what the document held, each value as its own kind")
    void holdsEachValueAsItsOwnKind() {
        var rows = List.<List<Cell>>of(
                List.of(Cell.text("Female"), new Cell.Ratio(0.1 + 0.2), Cell.count(41_234), Cell.time(MOMENT)),
                List.of(
                        Cell.text("Male"),
                        new Cell.Missing("hidden: fewer than 11 people"),
                        new Cell.Missing("hidden"),
                        Cell.time(Instant.EPOCH)),
                List.of(Cell.text("O’Brien & 漢字 <b>\n🫀"), new Cell.Ratio(-1e-9), Cell.count(0), Cell.time(MOMENT)));

        var reread = Reread.of(document(Section.of("By sex", new Table(COLUMNS, Rows.of(rows)))));

        assertThat(reread.rows("By sex"))
                .isEqualTo(Stream.concat(Stream.of(titles("Computed (UTC)")), rows.stream())
                        .toList());
    }

    @Test
    @DisplayName("E1: words, facts and headings stand in the order of the document")
    void keepsTheOrderOfTheBlocks() {
        var reread = Reread.of(document(Section.of(
                "Summary",
                new Block.Heading("What was asked for"),
                new Block.Paragraph("Version 2 of readmission, general use at north."),
                Block.Facts.NONE
                        .with("Requested", Cell.time(MOMENT))
                        .with("Site", Cell.text("North"))
                        .with("Decided", new Cell.Missing("not yet")))));

        assertThat(reread.rows("Summary"))
                .containsExactly(
                        List.of(Cell.text("What was asked for")),
                        List.of(Cell.text("Version 2 of readmission, general use at north.")),
                        List.of(Cell.text("Requested (UTC)"), Cell.time(MOMENT)),
                        List.of(Cell.text("Site"), Cell.text("North")),
                        List.of(Cell.text("Decided"), new Cell.Missing("not yet")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://elsewhere\",\"click\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1:A9)",
                "\t=1",
                "\n=1"
            })
    @DisplayName("E1: text that looks like a formula stays text, also when the cell is edited")
    void neverMakesAFormulaOfText(String text) {
        var reread = Reread.of(document(oneColumn(text)));
        var cell = reread.sheet("Words").getRow(1).getCell(0);

        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " spaced ", "a=b", "_x0041_", "100 %", "'quoted'", "line\nline", "0012", "1/2"})
    void keepsOtherTextAsItIs(String text) {
        var cell = Reread.of(document(oneColumn(text))).sheet("Words").getRow(1).getCell(0);

        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
    }

    @Test
    void writesAQuestionMarkForACharacterThatAWorkbookCannotHold() {
        assertThat(Reread.of(document(oneColumn("bell\u0007 and nul\u0000"))).rows("Words"))
                .last()
                .isEqualTo(List.of(Cell.text("bell? and nul?")));
    }

    @Test
    void cutsTextThatIsLongerThanACellCanHoldAndSaysSo() {
        var text = Reread.of(document(oneColumn("x".repeat(40_000))))
                .sheet("Words")
                .getRow(1)
                .getCell(0)
                .getStringCellValue();

        assertThat(text)
                .startsWith("x".repeat(32_667) + " … (cut: 40000 characters in all)")
                .hasSizeLessThanOrEqualTo(32_767);
    }

    @Test
    void keepsTheTitlesOfATableInSightAndPutsFiltersOnThem() {
        var sheet = Reread.of(document(Section.of("Words", new Block.Paragraph("Above"), words("a", "b"))))
                .sheet("Words");

        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 3);
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:A5");
        assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(2, 2, -1, -1));
        assertThat(sheet.getRow(2).getCell(0).getCellStyle().getFont().getBold())
                .isTrue();
    }

    @Test
    void leavesSeveralTablesOfOneSectionUnfrozenSinceOnlyOneCouldBe() {
        var sheet =
                Reread.of(document(Section.of("Words", words("a"), words("b")))).sheet("Words");

        assertThat(sheet.getPaneInformation()).isNull();
        assertThat(sheet.getCTWorksheet().getAutoFilter()).isNull();
    }

    @Test
    void makesColumnsAsWideAsWhatStandsInThemUpToALimit() {
        var sheet = Reread.of(
                        document(Section.of("Words", words("short"), words("x".repeat(30)), words("x".repeat(500)))))
                .sheet("Words");
        var narrow = Reread.of(document(Section.of("Words", words("short")))).sheet("Words");

        assertThat(sheet.getColumnWidth(0)).isEqualTo(66 * 256);
        assertThat(narrow.getColumnWidth(0)).isEqualTo(9 * 256);
    }

    @Test
    void goesOnInAFurtherSheetWhenATableIsLongerThanASheet() {
        var reread = Reread.of(document(Section.of("Words", words("a", "b", "c", "d", "e"))), new ExcelWriter(3));

        assertThat(reread.sheets()).containsExactly("Words", "Words (2)", "Words (3)");
        assertThat(reread.rows("Words (3)")).containsExactly(List.of(Cell.text("Word")), List.of(Cell.text("e")));
        assertThat(reread.sheet("Words (2)").getCTWorksheet().getAutoFilter().getRef())
                .isEqualTo("A1:A3");
    }

    @Test
    void givesEverySheetANameThatExcelAccepts() {
        var reread = Reread.of(document(
                Section.of("Figures: sex/race [all]", words("a")),
                Section.of("figures  sex race  all ", words("a")),
                Section.of("A name that is longer than a sheet may have", words("a")),
                Section.of("A name that is longer than a sheet can have", words("a"))));

        assertThat(reread.sheets())
                .containsExactly(
                        "Figures  sex race  all ",
                        "figures  sex race  all  (2)",
                        "A name that is longer than a sh",
                        "A name that is longer than  (2)");
    }

    @Test
    void writesATableWithoutRows() {
        assertThat(Reread.of(document(Section.of("Words", words()))).rows("Words"))
                .containsExactly(List.of(Cell.text("Word")));
    }

    @Test
    @DisplayName("E1: intervals become a chart of Excel's own, with the numbers beside it")
    void drawsIntervalsAsANativeChart() {
        var reread = Reread.of(document(Section.of(
                "Chart",
                new IntervalChart(
                        "Sensitivity by sex",
                        "Group",
                        "Sensitivity",
                        List.of(new Bar("Female", 0.5, 0.25, 0.75), new Bar("Male", 0.625, 0.5, 0.75))),
                new Block.Paragraph("Below"))));
        var chart = reread.sheet("Chart").getDrawingPatriarch().getCharts().getFirst();
        var series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);

        assertThat(reread.rows("Chart"))
                .contains(List.of(
                        Cell.text("Female"),
                        new Cell.Ratio(0.5),
                        new Cell.Ratio(0.25),
                        new Cell.Ratio(0.75),
                        new Cell.Ratio(0.25),
                        new Cell.Ratio(0.25)));
        assertThat(chart.getTitleText().getString()).isEqualTo("Sensitivity by sex");
        assertThat(series.getCat().getStrRef().getF()).isEqualTo("Chart!$A$3:$A$4");
        assertThat(series.getVal().getNumRef().getF()).isEqualTo("Chart!$B$3:$B$4");
        assertThat(series.getErrBars().getPlus().getNumRef().getF()).isEqualTo("Chart!$F$3:$F$4");
        assertThat(series.getErrBars().getMinus().getNumRef().getF()).isEqualTo("Chart!$E$3:$E$4");
        assertThat(series.getErrBars()
                        .getPlus()
                        .getNumRef()
                        .getNumCache()
                        .getPtArray(0)
                        .getV())
                .isEqualTo("0.25");
        assertThat(series.getErrBars().getSpPr().getLn().getSolidFill())
                .as("drawn by every program, not by Excel alone")
                .isNotNull();
        assertThat(series.getSpPr().getSolidFill()).isNotNull();
        assertThat(reread.sheet("Chart").getLastRowNum()).isEqualTo(17);
    }

    @Test
    void leavesNothingBehindEvenWhenTheRowsBreakOff() throws Exception {
        var before = temporaryFiles();
        var broken = new Table(List.of(Column.text("Word")), to -> {
            IntStream.range(0, 1_000).forEach(i -> to.accept(List.of(Cell.text("word " + i))));
            throw new IllegalStateException("the source broke off");
        });

        assertThatThrownBy(() ->
                        new ExcelWriter().write(document(Section.of("Words", broken)), OutputStream.nullOutputStream()))
                .hasMessage("the source broke off");
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void leavesTheStreamOpenForWhoeverOpenedIt() throws Exception {
        var closed = new boolean[1];
        var to = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void close() {
                closed[0] = true;
            }
        };

        new ExcelWriter().write(document(Section.of("Words", words("a"))), to);

        assertThat(closed[0]).isFalse();
    }

    private static List<Path> temporaryFiles() throws Exception {
        try (var files =
                Files.walk(Path.of(System.getProperty("java.io.tmpdir")).resolve("poifiles"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    private static List<Cell> titles(String time) {
        return List.of(Cell.text("Group"), Cell.text("Sensitivity"), Cell.text("Cases"), Cell.text(time));
    }

    private static Section oneColumn(String text) {
        return Section.of("Words", words(text));
    }

    private static Table words(String... words) {
        return Table.of(List.of(Column.text("Word")), List.of(words), word -> List.of(Cell.text(word)));
    }

    private static Document document(Section... sections) {
        return new Document("Test", List.of(sections));
    }
}
