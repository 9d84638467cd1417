package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.chart.ControlCharts;
import org.overread.monitoring.chart.FalseAlarms;
import org.overread.monitoring.chart.ShownChart;
import org.overread.web.chart.Chart;
import org.overread.web.chart.Trend;
import org.overread.web.shell.Page;

/** Whether clinicians override and accept as they used to: a chart of each, and in words what stands out. */
final class ChartsPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    ChartsPart(ControlCharts.Charts charts, String file) {
        add(Page.section(
                "Whether that changes",
                charts.overrides().points().isEmpty()
                        ? Page.empty(
                                "No week is over yet in which outputs were shown.",
                                "A week is charted once every output of it has had its time to be answered.")
                        : new Div(
                                chart("Override rate", charts.overrides(), file + "-overrides.csv"),
                                chart("Acceptance rate", charts.acceptances(), file + "-acceptances.csv"))));
    }

    private static Component chart(String figure, ShownChart chart, String file) {
        var part = new Div(new Chart(drawing(figure, chart), sentence(figure, chart), file));
        chart.signals().forEach(point -> part.add(new Paragraph(signal(figure, point))));
        var alarms = chart.alarms();
        if (alarms != null) {
            part.add(Page.quiet(limits(chart, alarms)));
        }
        return part;
    }

    private static Trend drawing(String figure, ShownChart chart) {
        var centre = chart.centre();
        return new Trend(
                figure,
                "control limits",
                true,
                chart.points().stream().map(ChartsPart::point).toList(),
                centre == null ? List.of() : List.of(new Trend.Level("usual", centre)),
                List.of());
    }

    private static Trend.Point point(ShownChart.Point point) {
        var remarks = new ArrayList<String>();
        if (point.hidden()) {
            remarks.add("hidden: too few");
        } else if (point.rate() == null) {
            remarks.add("nothing was shown");
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

    private static String sentence(String figure, ShownChart chart) {
        var centre = chart.centre();
        if (centre == null) {
            return "%s by week. Nothing can be said of a change: it %s.".formatted(figure, chart.reason());
        }
        var signals = chart.signals().size();
        return "%s by week, of all outputs shown. Usual is %s, from the first %d weeks. %s%s"
                .formatted(
                        figure,
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
                        ? " Each week has too few outputs to be drawn; all of them are judged."
                        : " %d of %d weeks have too few outputs to be drawn; they are judged all the same."
                                .formatted(hidden, chart.points().size());
    }

    /** Such as {@code Override rate left its limits in the week of 3 March 2026: 31 % of 120, limits 12 % to 24 %.} */
    private static String signal(String figure, ShownChart.Point point) {
        var week = "%s %s in the week of %s"
                .formatted(figure, how(point), DAY.format(point.from().atZone(ZoneOffset.UTC)));
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
