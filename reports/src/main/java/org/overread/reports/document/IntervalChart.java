package org.overread.reports.document;

import java.util.List;

/**
 * A picture of one figure group by group, with the interval of each: what a forest plot shows. The numbers stand beside
 * it wherever it is drawn.
 *
 * @param title what the picture shows, such as {@code Sensitivity by sex}
 * @param groupTitle what the bars are, such as {@code Group}
 * @param valueTitle what is measured, such as {@code Sensitivity}
 */
public record IntervalChart(String title, String groupTitle, String valueTitle, List<Bar> bars) implements Block {
    public IntervalChart {
        bars = List.copyOf(bars);
    }

    /** One group: its figure and the ends of its interval, all in the figure's own unit. */
    public record Bar(String group, double value, double low, double high) {}
}
