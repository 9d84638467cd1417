package org.overread.monitoring.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows of text in aligned columns: words to the left, numbers to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final Set<Integer> words;
    private final List<List<String>> rows = new ArrayList<>();

    /** Which columns, counted from 0, hold words; the others hold numbers. */
    TextTable(Integer... words) {
        this.words = Set.of(words);
    }

    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    TextTable row(String... cells) {
        return row(List.of(cells));
    }

    List<String> lines() {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .filter(row -> column < row.size())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            var padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP).append(words.contains(column) ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }
}
