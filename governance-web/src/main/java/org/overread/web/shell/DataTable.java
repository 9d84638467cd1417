package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A small table of figures that screen readers read as a table. It scrolls sideways by itself on a narrow page. */
public final class DataTable extends Div {
    private static final long serialVersionUID = 1L;

    private final NativeTable table = new NativeTable();
    private final String[] columns;

    private DataTable(String caption, String... columns) {
        this.columns = columns.clone();
        addClassName("table-frame");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        table.setCaptionText(caption);
        var head = table.getHead().addRow();
        for (var column : columns) {
            var cell = new NativeTableHeaderCell(withoutMark(column));
            cell.getElement().setAttribute("scope", "col");
            if (isNumber(column)) {
                cell.addClassName("number");
            }
            head.add(cell);
        }
        add(table);
    }

    /** A table with these columns; a name that starts with {@code #} is a column of numbers. */
    public static DataTable of(String caption, String... columns) {
        return new DataTable(caption, columns);
    }

    /** Lays each row out as a card when the page is too narrow for columns; for lists, not for figures to compare. */
    public DataTable stacking() {
        addClassName("stacking");
        table.getElement().setAttribute("role", "table");
        return this;
    }

    public DataTable line(String... values) {
        var row = table.getBody().addRow();
        for (int i = 0; i < values.length; i++) {
            cell(row, i, new Span(values[i]));
        }
        return this;
    }

    /** A row of components, when words alone do not do. */
    public DataTable line(Component... values) {
        var row = table.getBody().addRow();
        for (int i = 0; i < values.length; i++) {
            cell(row, i, values[i]);
        }
        return this;
    }

    private void cell(NativeTableRow row, int column, Component value) {
        if (column == 0) {
            var cell = row.addHeaderCell();
            cell.getElement().setAttribute("scope", "row");
            cell.add(value);
            return;
        }
        var cell = row.addDataCell();
        cell.add(value);
        cell.getElement().setAttribute("data-column", withoutMark(columns[column]));
        if (isNumber(columns[column])) {
            cell.addClassName("number");
        }
    }

    private static boolean isNumber(String column) {
        return column.startsWith("#");
    }

    private static String withoutMark(String column) {
        return isNumber(column) ? column.substring(1) : column;
    }
}
