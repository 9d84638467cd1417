package org.overread.web.chart;

import static org.overread.web.chart.Cells.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or more lines over a number, both axes from 0.
 *
 * @param across what the horizontal axis counts
 * @param up what the vertical axis counts
 * @param diagonal whether the line on which both are equal is drawn, as in a reliability curve
 */
public record Curve(String across, String up, boolean diagonal, List<Line> lines) implements Drawing {
    /** A named line through its points, in ascending order of {@code x}. */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * @param low the lower end of its interval; null when there is none
     * @param high the upper end of its interval; null when there is none
     * @param n how many it rests on
     */
    public record Point(
            double x,
            double y,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long n) {}

    public Curve {
        lines = List.copyOf(lines);
    }

    @Override
    public String kind() {
        return "curve";
    }

    @Override
    public List<String> columns() {
        return List.of("Line", "#" + across, "#" + up, "#95 % interval from", "#to", "#n");
    }

    @Override
    public List<List<String>> rows() {
        return lines.stream()
                .flatMap(line -> line.points().stream()
                        .map(point -> List.of(
                                line.name(),
                                words(point.x()),
                                words(point.y()),
                                words(point.low()),
                                words(point.high()),
                                words(point.n()))))
                .toList();
    }
}
