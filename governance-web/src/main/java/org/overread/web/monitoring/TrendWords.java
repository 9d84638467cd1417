package org.overread.web.monitoring;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Trend;
import org.overread.monitoring.performance.TrendPeriod;
import org.overread.monitoring.performance.TrendPoint;
import org.overread.monitoring.subgroup.Tier;
import org.overread.web.shell.Numbers;

/** What a trend says, in words. */
final class TrendWords {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final double ALMOST_ALL = 0.999;

    private TrendWords() {}

    /** The first, the last and the lowest known point, and in how many periods nothing can be said. */
    static String sentence(Trend trend) {
        var known = trend.points().stream().filter(TrendWords::known).toList();
        var name = trend.metric().label();
        if (known.isEmpty()) {
            return "%s: too few outcomes in every %s to say anything.".formatted(name, unit(trend.period()));
        }
        var silent = trend.points().size() - known.size();
        return "%s %s; lowest %s.%s"
                .formatted(
                        name,
                        span(known, trend.period()),
                        at(lowest(known), trend.period()),
                        silent == 0
                                ? ""
                                : " Too few outcomes to say in %d of %d %ss."
                                        .formatted(silent, trend.points().size(), unit(trend.period())));
    }

    /** Why a period has no figure, or how much of it is known. */
    static String remark(TrendPoint point) {
        var reason = point.estimate().reason();
        if (!known(point)) {
            return reason == null ? "too few outcomes to say" : reason;
        }
        @Nullable Double complete = point.completeness();
        return complete == null || complete > ALMOST_ALL ? "" : "outcomes known of %.0f %%".formatted(100 * complete);
    }

    private static boolean known(TrendPoint point) {
        return point.estimate().value() != null && (point.tier() == Tier.FULL || point.tier() == Tier.LOW_PRECISION);
    }

    private static String span(List<TrendPoint> known, TrendPeriod period) {
        var first = known.getFirst();
        var last = known.getLast();
        return first == last ? at(first, period) : "from %s to %s".formatted(at(first, period), at(last, period));
    }

    private static TrendPoint lowest(List<TrendPoint> known) {
        return known.stream().min(Comparator.comparing(point -> value(point))).orElseThrow();
    }

    private static double value(TrendPoint point) {
        var value = point.estimate().value();
        return value == null ? Double.NaN : value;
    }

    private static String at(TrendPoint point, TrendPeriod period) {
        var estimate = point.estimate();
        return "%s in %s"
                .formatted(
                        Numbers.interval(estimate.value(), estimate.low(), estimate.high()),
                        name(point.from(), period));
    }

    private static String name(LocalDate from, TrendPeriod period) {
        return switch (period) {
            case MONTH -> MONTH.format(from);
            case WEEK -> "the week of " + DAY.format(from);
            case DAY -> DAY.format(from);
        };
    }

    private static String unit(TrendPeriod period) {
        return period.name().toLowerCase(Locale.ROOT);
    }
}
