package org.overread.reports.excel;

import java.util.function.ToDoubleFunction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;
import org.overread.reports.document.IntervalChart;
import org.overread.reports.document.IntervalChart.Bar;

/** Draws intervals as a chart of Excel's own: a bar for each group, and its interval as the bar's error lines. */
final class IntervalPicture {
    private static final int WIDTH_IN_COLUMNS = 6;
    private static final int FRAME = 7;
    private static final int GROUPS = 0;
    private static final int VALUES = 1;
    private static final int LENGTHS_DOWN = 4;
    private static final int LENGTHS_UP = 5;
    /** Light enough for the line of its interval to be seen on it. Programs other than Excel draw nothing unasked. */
    private static final byte[] BAR = {(byte) 0x9C, (byte) 0xC3, (byte) 0xE6};

    private static final byte[] LINE = {0x1F, 0x3A, 0x5F};
    /** In English Metric Units: 1.5 points. */
    private static final int LINE_WIDTH = 19_050;

    private IntervalPicture() {}

    /**
     * Draws below the numbers, which stand from the given row on in the columns group, value, lower and upper
     * end, length down and length up.
     *
     * @return the first row that is free again
     */
    static int draw(XSSFSheet sheet, IntervalChart chart, int firstRow, int at) {
        if (chart.bars().isEmpty()) {
            return at;
        }
        int below = at + FRAME + 2 * chart.bars().size();
        var drawing = sheet.createDrawingPatriarch();
        var picture = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 0, at, WIDTH_IN_COLUMNS, below));
        picture.setTitleText(chart.title());
        picture.setTitleOverlay(false);
        var groups = picture.createCategoryAxis(AxisPosition.LEFT);
        groups.setOrientation(AxisOrientation.MAX_MIN); // the first group on top, as in the table
        var values = picture.createValueAxis(AxisPosition.BOTTOM);
        values.setCrosses(AxisCrosses.MAX);
        values.setMinimum(0);
        var data = (XDDFBarChartData) picture.createData(ChartTypes.BAR, groups, values);
        data.setBarDirection(BarDirection.BAR);
        int lastRow = firstRow + chart.bars().size() - 1;
        var names = chart.bars().stream().map(Bar::group).toArray(String[]::new);
        var series = (XDDFBarChartData.Series) data.addSeries(
                XDDFDataSourcesFactory.fromArray(names, range(sheet, firstRow, lastRow, GROUPS), GROUPS),
                XDDFDataSourcesFactory.fromArray(
                        numbers(chart, Bar::value), range(sheet, firstRow, lastRow, VALUES), VALUES));
        series.setTitle(chart.valueTitle(), new CellReference(sheet.getSheetName(), firstRow - 1, VALUES, true, true));
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(BAR)));
        addIntervals(series.getCTBarSer(), chart, sheet, firstRow);
        picture.plot(data);
        return below;
    }

    /**
     * As POI's own class for this fails on a chart that has none yet, the elements of the format are set directly. The
     * lengths stand in cells, since LibreOffice draws no others.
     */
    private static void addIntervals(CTBarSer series, IntervalChart chart, XSSFSheet sheet, int firstRow) {
        int lastRow = firstRow + chart.bars().size() - 1;
        var lines = series.addNewErrBars();
        lines.addNewErrBarType().setVal(STErrBarType.BOTH);
        lines.addNewErrValType().setVal(STErrValType.CUST);
        lines.addNewNoEndCap().setVal(false);
        var up = lines.addNewPlus().addNewNumRef();
        up.setF(range(sheet, firstRow, lastRow, LENGTHS_UP));
        fill(up.addNewNumCache(), numbers(chart, bar -> bar.high() - bar.value()));
        var down = lines.addNewMinus().addNewNumRef();
        down.setF(range(sheet, firstRow, lastRow, LENGTHS_DOWN));
        fill(down.addNewNumCache(), numbers(chart, bar -> bar.value() - bar.low()));
        var line = lines.addNewSpPr().addNewLn();
        line.setW(LINE_WIDTH);
        line.addNewSolidFill().addNewSrgbClr().setVal(LINE);
    }

    private static void fill(CTNumData data, Double[] numbers) {
        data.addNewPtCount().setVal(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            var point = data.addNewPt();
            point.setIdx(i);
            point.setV(numbers[i].toString());
        }
    }

    private static Double[] numbers(IntervalChart chart, ToDoubleFunction<Bar> number) {
        return chart.bars().stream().map(number::applyAsDouble).toArray(Double[]::new);
    }

    private static String range(XSSFSheet sheet, int first, int last, int column) {
        return new CellRangeAddress(first, last, column, column).formatAsString(sheet.getSheetName(), true);
    }
}
