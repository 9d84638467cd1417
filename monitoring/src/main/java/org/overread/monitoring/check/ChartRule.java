package org.overread.monitoring.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.chart.FalseAlarms;
import org.overread.monitoring.chart.ShownChart;
import org.overread.registry.DayWords;

/**
 * Turns a control chart into a check. Only the cumulative sums speak: their false alarms are declared, {@value
 * FalseAlarms#DECLARED} of years without a change, while those of the other two readings are what they happen to be. A
 * signal stands for {@value #STANDS} weeks, or for one period that is longer, so that a change that lasts, and signals
 * again, is one alert. Of flags and outcomes one signal is not enough: they are drawn anew with every batch, and each
 * time the sums have another chance to pass. A sum that signalled begins anew, so a second signal within those weeks, or
 * in the next period, is new evidence that the change lasts. It is a warning and no more: neither overriding nor another
 * mix of patients is an error by itself.
 *
 * @see "Decision 141: drift and control charts as alerts"
 */
final class ChartRule {
    static final int STANDS = 8;

    private final ChartedRate rate;
    private final ShownChart chart;

    private ChartRule(ChartedRate rate, ShownChart chart) {
        this.rate = rate;
        this.chart = chart;
    }

    /** Nothing for a version of which nothing is charted. */
    static Stream<Check> of(ChartedRate rate, ShownChart chart) {
        return chart.points().isEmpty() ? Stream.empty() : Stream.of(new ChartRule(rate, chart).check());
    }

    private Check check() {
        if (chart.reason() != null) {
            return rate.check(CheckState.NO_DATA, "%s cannot be charted: %s.".formatted(rate.title(), chart.reason()));
        }
        var points = chart.points();
        var stands = Math.max(rate.signals(), STANDS / chart.period().weeks());
        var signals = points.subList(Math.max(0, points.size() - stands), points.size()).stream()
                .filter(ShownChart.Point::sustained)
                .toList();
        var latest = signals.isEmpty() ? null : signals.getLast();
        if (latest == null || signals.size() < rate.signals()) {
            return rate.check(
                            CheckState.OK,
                            "%s is as usual: %s of the %s."
                                    .formatted(rate.title(), percent(chart.centre()), rate.cases()))
                    .with(null, points(points));
        }
        return rate.check(CheckState.WARNING, sentence(latest))
                .standing(fault(latest), day(signals.getFirst().from()))
                .with(null, points(points));
    }

    /** By the sum that signalled; where the sums are hidden, by the rate, unless what is usual differs from one to the next. */
    private String fault(ShownChart.Point signal) {
        var up = signal.cusumUp();
        var down = signal.cusumDown();
        if (up != null && down != null) {
            return up > down ? "has risen" : "has fallen";
        }
        if (rate.byPeriod() || signal.rate() == null || chart.centre() == null) {
            return "has changed";
        }
        return signal.rate() > chart.centre() ? "has risen" : "has fallen";
    }

    private String sentence(ShownChart.Point signal) {
        var told = "%s %s".formatted(rate.title(), fault(signal));
        var period = "in the %s from %s".formatted(chart.period().one(), DayWords.of(signal.from()));
        return signal.rate() == null
                ? "%s %s; its figures are hidden, since they stand for few.".formatted(told, period)
                : "%s: %s of %s %s %s, where %s is usual."
                        .formatted(
                                told,
                                percent(signal.rate()),
                                signal.of() == null ? "the" : String.format(Locale.ENGLISH, "%,d", signal.of()),
                                rate.cases(),
                                period,
                                usual(signal));
    }

    private String usual(ShownChart.Point signal) {
        return rate.byPeriod()
                ? "%s to %s".formatted(percent(signal.low()), percent(signal.high()))
                : percent(chart.centre());
    }

    private static List<CheckPoint> points(List<ShownChart.Point> points) {
        return points.stream()
                .map(point -> new CheckPoint(day(point.from()), day(point.to()), point.rate(), null, null, point.of()))
                .toList();
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
