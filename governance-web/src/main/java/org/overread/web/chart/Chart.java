package org.overread.web.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.regex.Pattern;
import org.overread.registry.canonical.SortedJson;
import org.overread.web.shell.Csv;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Page;

/**
 * A drawing with its meaning in one sentence, the same numbers as a table, and a file of them. It is drawn by Apache
 * ECharts in the browser, in the colours of the page; who cannot see it loses nothing.
 */
public final class Chart extends Div {
    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = "context://chart.js";
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{4,}(E-?\\d+)?");

    private final transient Drawing drawing;

    /** The drawing itself, an element of ours that {@code chart.js} defines. */
    @Tag("overread-chart")
    private static final class Canvas extends Component {
        private static final long serialVersionUID = 1L;

        Canvas(Drawing drawing, String sentence) {
            getElement()
                    .setAttribute("kind", drawing.kind())
                    .setAttribute("drawing", SortedJson.of(drawing))
                    .setAttribute("role", "img")
                    .setAttribute("aria-label", sentence);
            addAttachListener(event -> event.getUI().getPage().addJavaScript(SCRIPT));
        }
    }

    /**
     * @param sentence what the drawing says, for everybody and instead of it
     * @param file the name of the file to download, such as {@code sepsis-2-sensitivity.csv}
     */
    public Chart(Drawing drawing, String sentence, String file) {
        this.drawing = drawing;
        addClassName("chart");
        add(
                Page.quiet(sentence),
                new Canvas(drawing, sentence),
                table(sentence),
                csv().download("Download these numbers (CSV)", file));
    }

    private Details table(String caption) {
        var table = new Details("The same numbers as a table");
        table.addOpenedChangeListener(event -> {
            if (event.isOpened() && table.getContent().findAny().isEmpty()) {
                table.add(rows(caption));
            }
        });
        return table;
    }

    private DataTable rows(String caption) {
        var table = DataTable.of(caption, drawing.columns().toArray(String[]::new));
        drawing.rows()
                .forEach(row -> table.line(row.stream().map(Chart::rounded).toArray(String[]::new)));
        return table;
    }

    private Csv csv() {
        var csv = new Csv(drawing.columns().stream()
                .map(column -> column.startsWith("#") ? column.substring(1) : column)
                .toArray(String[]::new));
        drawing.rows().forEach(row -> csv.line(row.toArray(String[]::new)));
        return csv;
    }

    /** Three digits are enough to read; the file has them all. */
    private static String rounded(String cell) {
        return LONG_NUMBER.matcher(cell).matches()
                ? String.format(Locale.ROOT, "%.3f", Double.parseDouble(cell))
                : cell;
    }

    /** What is drawn, for tests of the views that show it. */
    public Drawing drawing() {
        return drawing;
    }
}
