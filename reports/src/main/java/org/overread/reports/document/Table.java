package org.overread.reports.document;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rows of cells under the titles of their columns. */
public record Table(List<Column> columns, Rows rows) implements Block {
    public Table {
        columns = List.copyOf(columns);
    }

    /** A table with one row for each thing. */
    public static <T> Table of(List<Column> columns, List<T> things, Function<T, List<Cell>> row) {
        return new Table(columns, Rows.of(things.stream().map(row).toList()));
    }

    /**
     * Hands over each row, first to last.
     *
     * @throws IllegalStateException when a row does not fit the columns
     */
    public void each(Consumer<List<Cell>> to) {
        rows.each(row -> {
            check(row);
            to.accept(row);
        });
    }

    private void check(List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalStateException("a row of %d cells in %d columns".formatted(row.size(), columns.size()));
        }
        for (int i = 0; i < row.size(); i++) {
            if (!columns.get(i).takes(row.get(i))) {
                throw new IllegalStateException(
                        "the column " + columns.get(i).title() + " does not take " + row.get(i));
            }
        }
    }
}
