package org.overread.web.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.chart.ChartPeriod;
import org.overread.monitoring.chart.FalseAlarms;
import org.overread.monitoring.chart.ShownChart;
import org.overread.registry.DayWords;
import org.overread.web.shell.Page;
import org.overread.web.shell.Sentences;

/** A rate period by period against what was usual: a chart, in words what stands out, and how its limits were set. */
public final class RateOverTime extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * @param of what the rate is of, such as {@code outputs shown}
     * @param file the name of the file to download
     */
    public RateOverTime(String figure, String of, ShownChart chart, String file) {
        var sentence = chart.points().isEmpty() && chart.reason() != null
                ? "%s is not charted%s: %s."
                        .formatted(
                                figure,
                                chart.period().because() == null
                                        ? ""
                                        : " " + chart.period().told(),
                                because(chart))
                : sentence(figure, of, chart);
        // an empty frame would look like a fault
        boolean drawn = chart.points().stream().anyMatch(point -> point.rate() != null);
        add(drawn ? new Chart(drawing(figure, chart), sentence, file) : new Paragraph(sentence));
        if (!chart.signals().isEmpty()) {
            add(new Sentences(
                    chart.signals().reversed(),
                    point -> signal(figure, chart.period(), point),
                    earlier -> "%d earlier %ss that stand out".formatted(earlier.size(), name(chart))));
        }
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
                chart.points().stream().map(RateOverTime::point).toList(),
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
            return "%s, %s. Nothing can be said of a change: %s."
                    .formatted(figure, chart.period().told(), because(chart));
        }
        return "%s of all %s, %s. Usual is %s, from the first %d weeks. %s%s"
                .formatted(
                        figure,
                        of,
                        chart.period().told(),
                        percent(centre),
                        chart.referenceWeeks(),
                        standOut(chart),
                        hidden(chart));
    }

    private static String standOut(ShownChart chart) {
        var name = name(chart);
        if (chart.points().stream().allMatch(ShownChart.Point::reference)) {
            return "No " + name + " has ended since, so that nothing can be said of a change yet.";
        }
        return switch (chart.signals().size()) {
            case 0 -> "No " + name + " since stands out.";
            case 1 -> "One " + name + " since stands out.";
            default -> chart.signals().size() + " " + name + "s since stand out.";
        };
    }

    private static String name(ShownChart chart) {
        return chart.period().weeks() == 1 ? "week" : "period";
    }

    /** A hidden period is judged all the same, which nobody could guess from a gap in the line. */
    private static String hidden(ShownChart chart) {
        var hidden = chart.points().stream().filter(ShownChart.Point::hidden).count();
        return hidden == 0
                ? ""
                : hidden == chart.points().size()
                        ? " Each %s has too few of them to be drawn; all of them are judged.".formatted(name(chart))
                        : " %d of %d %ss have too few of them to be drawn; they are judged all the same."
                                .formatted(hidden, chart.points().size(), name(chart));
    }

    /** Such as {@code Override rate left its limits in the week from 3 March 2026: 31 % of 120, limits 12 % to 24 %.} */
    private static String signal(String figure, ChartPeriod period, ShownChart.Point point) {
        var told = "%s %s in the %s from %s".formatted(figure, how(point), period.one(), DayWords.of(point.from()));
        return point.rate() == null
                ? told + " (its numbers are hidden, since some are small)."
                : "%s: %s of %d, limits %s to %s."
                        .formatted(
                                told, percent(point.rate()), point.of(), percent(point.low()), percent(point.high()));
    }

    private static String how(ShownChart.Point point) {
        if (point.outside()) {
            return "left its limits";
        }
        return point.sustained() ? "has changed for longer than chance explains" : "drifts from what was usual";
    }

    private static String limits(ShownChart chart, FalseAlarms alarms) {
        return ("Limits are 3 standard deviations%s. In a year without any change the rate leaves them by chance in %s of"
                        + " years, the moving average in %s, and the cumulative sum signals in %s (one false signal in"
                        + " some %,.0f weeks), by %,d simulated years.")
                .formatted(
                        dispersed(chart),
                        percent(alarms.pChart()),
                        percent(alarms.ewma()),
                        percent(FalseAlarms.DECLARED),
                        FalseAlarms.runLength(),
                        alarms.years());
    }

    private static String dispersed(ShownChart chart) {
        var dispersion = chart.dispersion();
        return dispersion == null || dispersion <= 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", widened %.1f times since the first %s scatter more than chance",
                        dispersion,
                        chart.period().many());
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
