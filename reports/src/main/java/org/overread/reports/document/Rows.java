package org.overread.reports.document;

import java.util.List;
import java.util.function.Consumer;

/** The rows of a table, handed over one by one, so that a million of them never lie in memory together. */
@FunctionalInterface
public interface Rows {
    /** Hands over each row, first to last. Rows that are fetched as they are read may be walked once only. */
    void each(Consumer<List<Cell>> to);

    /** Rows that are at hand. */
    static Rows of(List<List<Cell>> rows) {
        return new AtHand(rows);
    }

    /** Rows that are in memory anyway; two of these are equal when their cells are. */
    record AtHand(List<List<Cell>> rows) implements Rows {
        public AtHand {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public void each(Consumer<List<Cell>> to) {
            rows.forEach(to);
        }
    }
}
