package org.overread.web.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.chart.FalseAlarms;
import org.overread.monitoring.chart.ShownChart;
import org.overread.registry.DayWords;
import org.overread.web.shell.Page;

/** A rate week by week against what was usual: a chart, in words what stands out, and how its limits were set. */
public final class WeeklyRate extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * @param of what the rate is of, such as {@code outputs shown}
     * @param file the name of the file to download
     */
    public WeeklyRate(String figure, String of, ShownChart chart, String file) {
        var sentence = chart.points().isEmpty() && chart.reason() != null
                ? "%s is not charted: %s.".formatted(figure, because(chart))
                : sentence(figure, of, chart);
        // an empty frame would look like a fault
        boolean drawn = chart.points().stream().anyMatch(point -> point.rate() != null);
        add(drawn ? new Chart(drawing(figure, chart), sentence, file) : new Paragraph(sentence));
        chart.signals().forEach(point -> add(new Paragraph(signal(figure, point))));
        var alarms = chart.alarms();
        if (alarms != null) {
            add(Page.quiet(limits(chart, alarms)));
        }
    }

    /** Reasons say what the chart needs, or tell the whole story. */
    private static String because(ShownChart chart) {
        var reason = String.valueOf(chart.reason());
        return reason.startsWith("needs ") || reason.startsWith("is ") ? "it " + reason : reason;
    }

    private static Trend drawing(String figure, ShownChart chart) {
        var centre = chart.centre();
        return new Trend(
                figure,
                "control limits",
                true,
                chart.points().stream().map(WeeklyRate::point).toList(),
                centre == null ? List.of() : List.of(new Trend.Level("usual", centre)),
                List.of());
    }

    private static Trend.Point point(ShownChart.Point point) {
        var remarks = new ArrayList<String>();
        if (point.hidden()) {
            remarks.add("hidden: too few");
        } else if (point.rate() == null) {
            remarks.add("nothing to count");
        }
        if (point.reference()) {
            remarks.add("reference");
        }
        if (point.signal()) {
            remarks.add(how(point));
        }
        return new Trend.Point(
                point.from().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                point.rate(),
                point.rate() == null ? null : point.low(),
                point.rate() == null ? null : point.high(),
                point.of(),
                String.join("; ", remarks),
                point.signal());
    }

    private static String sentence(String figure, String of, ShownChart chart) {
        var centre = chart.centre();
        if (centre == null) {
            return "%s by week. Nothing can be said of a change: %s.".formatted(figure, because(chart));
        }
        var signals = chart.signals().size();
        return "%s by week, of all %s. Usual is %s, from the first %d weeks. %s%s"
                .formatted(
                        figure,
                        of,
                        percent(centre),
                        chart.referenceWeeks(),
                        signals == 0
                                ? "No week since stands out."
                                : signals == 1 ? "One week since stands out." : signals + " weeks since stand out.",
                        hidden(chart));
    }

    /** A hidden week is judged all the same, which nobody could guess from a gap in the line. */
    private static String hidden(ShownChart chart) {
        var hidden = chart.points().stream().filter(ShownChart.Point::hidden).count();
        return hidden == 0
                ? ""
                : hidden == chart.points().size()
                        ? " Each week has too few of them to be drawn; all of them are judged."
                        : " %d of %d weeks have too few of them to be drawn; they are judged all the same."
                                .formatted(hidden, chart.points().size());
    }

    /** Such as {@code Override rate left its limits in the week of 3 March 2026: 31 % of 120, limits 12 % to 24 %.} */
    private static String signal(String figure, ShownChart.Point point) {
        var week = "%s %s in the week of %s".formatted(figure, how(point), DayWords.of(point.from()));
        return point.rate() == null
                ? week + " (its numbers are hidden, since some are small)."
                : "%s: %s of %d, limits %s to %s."
                        .formatted(
                                week, percent(point.rate()), point.of(), percent(point.low()), percent(point.high()));
    }

    private static String how(ShownChart.Point point) {
        if (point.outside()) {
            return "left its limits";
        }
        return point.sustained() ? "has changed for longer than chance explains" : "drifts from what was usual";
    }

    private static String limits(ShownChart chart, FalseAlarms alarms) {
        return ("Limits are 3 standard deviations%s. In a year without any change a week leaves them by chance in %s of"
                        + " years, the moving average in %s, and the cumulative sum signals in %s (one false signal in"
                        + " some %,.0f weeks), by %,d simulated years.")
                .formatted(
                        dispersed(chart.dispersion()),
                        percent(alarms.pChart()),
                        percent(alarms.ewma()),
                        percent(FalseAlarms.DECLARED),
                        FalseAlarms.runLength(),
                        alarms.years());
    }

    private static String dispersed(@Nullable Double dispersion) {
        return dispersion == null || dispersion <= 1
                ? ""
                : String.format(
                        Locale.ROOT, ", widened %.1f times since the first weeks scatter more than chance", dispersion);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
