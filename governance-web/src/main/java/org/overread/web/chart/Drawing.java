package org.overread.web.chart;

import java.util.List;

/**
 * What a chart shows, as plain data: the browser draws it, and the table and the file beside it are made of the same
 * numbers. Figures that are not known are null, and drawn as a gap.
 */
public sealed interface Drawing permits Trend, Overlay, Curve {
    /** The name by which {@code chart.js} knows how to draw it. */
    String kind();

    /** The columns of its table; a name that starts with {@code #} is a column of numbers. */
    List<String> columns();

    /** The rows of its table, unrounded, empty where a figure is not known. */
    List<List<String>> rows();
}
