package org.overread.web.chart;

import static org.overread.web.chart.Cells.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure over time with a band around it.
 *
 * @param figure what is drawn, such as {@code Sensitivity}
 * @param band what the band means: {@code 95 % interval}, or {@code control limits}
 * @param percent whether values are shares to be written in percent
 * @param points in the order of time
 * @param levels lines to compare with
 * @param marks what happened meanwhile
 */
public record Trend(
        String figure, String band, boolean percent, List<Point> points, List<Level> levels, List<Mark> marks)
        implements Drawing {
    /**
     * @param at the first day of the period, ISO 8601
     * @param value null when it is not known
     * @param low the lower end of the band; null when there is none
     * @param high the upper end of the band; null when there is none
     * @param n how many it rests on; null when hidden
     * @param remark why there is no value, or what is special about it; may be empty
     * @param signal whether it is to be looked at
     */
    public record Point(
            String at,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long n,
            String remark,
            boolean signal) {}

    /** A line to compare with, such as a target. */
    public record Level(String name, double value) {}

    /** Something that happened, such as a version going live; {@code at} is a day, ISO 8601. */
    public record Mark(String at, String name) {}

    public Trend {
        points = List.copyOf(points);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }

    @Override
    public String kind() {
        return "trend";
    }

    @Override
    public List<String> columns() {
        return List.of("From", "#" + figure, "#" + band + " from", "#to", "#n", "Remark");
    }

    @Override
    public List<List<String>> rows() {
        return points.stream()
                .map(point -> List.of(
                        point.at(),
                        words(point.value()),
                        words(point.low()),
                        words(point.high()),
                        words(point.n()),
                        point.remark()))
                .toList();
    }
}
