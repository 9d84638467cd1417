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
 * signal stands for {@value #STANDS} weeks, or for one period that is longer, so that a change that lasts, and signals again, is one alert. It is a
 * warning and no more: overriding is not an error by itself.
 */
final class ChartRule {
    private static final int STANDS = 8;

    private ChartRule() {}

    /** Nothing for a version whose outputs nobody was shown long enough ago. */
    static Stream<Check> of(String key, String title, ShownChart chart) {
        if (chart.points().isEmpty()) {
            return Stream.empty();
        }
        if (chart.reason() != null) {
            return Stream.of(check(
                    key, title, CheckState.NO_DATA, "%s cannot be charted: %s.".formatted(title, chart.reason())));
        }
        var points = chart.points();
        var stands = Math.max(1, STANDS / chart.period().weeks());
        var signals = points.subList(Math.max(0, points.size() - stands), points.size()).stream()
                .filter(ShownChart.Point::sustained)
                .toList();
        if (signals.isEmpty()) {
            return Stream.of(check(
                            key,
                            title,
                            CheckState.OK,
                            "%s is as usual: %s of the outputs shown.".formatted(title, percent(chart.centre())))
                    .with(null, points(points)));
        }
        var fault = fault(signals.getLast(), chart.centre());
        return Stream.of(check(key, title, CheckState.WARNING, sentence(title, fault, signals.getLast(), chart))
                .standing(fault, day(signals.getFirst().from()))
                .with(null, points(points)));
    }

    private static Check check(String key, String title, CheckState state, String sentence) {
        return Check.of("chart:" + key, CheckKind.OVERRIDES, title, state, sentence);
    }

    private static String fault(ShownChart.Point signal, @Nullable Double usual) {
        if (signal.rate() == null || usual == null) {
            return "has changed";
        }
        return signal.rate() > usual ? "has risen" : "has fallen";
    }

    private static String sentence(String title, String fault, ShownChart.Point signal, ShownChart chart) {
        var period = "in the %s from %s".formatted(chart.period().one(), DayWords.of(signal.from()));
        return signal.rate() == null
                ? "%s %s %s; its figures are hidden, since they stand for few.".formatted(title, fault, period)
                : "%s %s: %s of %s outputs %s, where %s is usual."
                        .formatted(
                                title,
                                fault,
                                percent(signal.rate()),
                                signal.of() == null ? "the" : String.format(Locale.ENGLISH, "%,d", signal.of()),
                                period,
                                percent(chart.centre()));
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
