package org.overread.monitoring.metric;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Neighbouring rows that one processor works through.
 *
 * @param from the first row
 * @param to the row after the last
 */
public record Stretch(int from, int to) {
    private static final int WORTH_DIVIDING = 100_000;

    /** All rows in as many stretches as there are processors, in parallel; few rows in one stretch. */
    public static Stream<Stretch> over(int rows) {
        var parts = rows < WORTH_DIVIDING ? 1 : Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> new Stretch(start(part, parts, rows), start(part + 1, parts, rows)));
    }

    private static int start(int part, int parts, int rows) {
        return (int) ((long) rows * part / parts);
    }
}
