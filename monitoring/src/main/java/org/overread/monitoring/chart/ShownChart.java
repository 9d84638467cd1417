package org.overread.monitoring.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * A chart as it may be shown. A period whose count, or whose rest, stands for too few is hidden, and so are others that
 * would give it away by subtraction from the total; then the cumulative sums, which tell a period from its neighbours, are
 * left out as a whole. That a period signals is told all the same.
 *
 * @param period for how long each point counts
 * @param points in the order of time
 * @param centre the usual rate; null when it could not be learned
 * @param dispersion how much the reference periods scatter, 1 is chance; null as the centre
 * @param referenceWeeks how many weeks were learned from; null as the centre
 * @param alarms how often it would call without cause, and the limit of the sums; null as the centre
 * @param reason why there is no centre; null when there is one
 */
public record ShownChart(
        ChartPeriod period,
        List<Point> points,
        @Nullable Double centre,
        @Nullable Double dispersion,
        @Nullable Integer referenceWeeks,
        @Nullable FalseAlarms alarms,
        @Nullable String reason) {
    /**
     * One period; see {@link ChartPoint}.
     *
     * @param count null when hidden
     * @param of how many outputs; null when hidden
     * @param rate null when hidden or nothing was shown
     */
    public record Point(
            Instant from,
            Instant to,
            boolean reference,
            @Nullable Long count,
            @Nullable Long of,
            @Nullable Double rate,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double cusumUp,
            @Nullable Double cusumDown,
            boolean outside,
            boolean drifting,
            boolean sustained,
            boolean hidden) {
        public boolean signal() {
            return outside || drifting || sustained;
        }
    }

    public ShownChart {
        points = List.copyOf(points);
    }

    /**
     * Hides what is too small.
     *
     * @param derivable another count of each period that could be worked out were this chart not hidden; may be empty
     */
    static ShownChart of(RateChart chart, List<Long> derivable) {
        return of(chart, derivable, Set.of());
    }

    /**
     * The same where counts are of predictions.
     *
     * @param few the periods, counted from 0, of which a count stands for few patients, whatever it is itself
     */
    static ShownChart of(RateChart chart, List<Long> derivable, Set<Integer> few) {
        var hidden = hidden(parts(chart.points(), derivable), few);
        var points = IntStream.range(0, chart.points().size())
                .mapToObj(period -> shown(chart.points().get(period), hidden.contains(period), hidden.isEmpty()))
                .toList();
        var baseline = chart.baseline();
        return baseline == null
                ? new ShownChart(chart.length(), points, null, null, null, null, chart.reason())
                : new ShownChart(
                        chart.length(),
                        points,
                        baseline.rate(),
                        baseline.dispersion(),
                        baseline.periods() * chart.length().weeks(),
                        chart.alarms(),
                        chart.reason());
    }

    /** The same without the periods that end later. */
    public ShownChart until(Instant end) {
        return new ShownChart(
                period,
                points.stream().filter(point -> !point.to().isAfter(end)).toList(),
                centre,
                dispersion,
                referenceWeeks,
                alarms,
                reason);
    }

    public List<Point> signals() {
        return points.stream().filter(Point::signal).toList();
    }

    /** All that a shown period tells of: what happened, what did not, and what could be worked out. */
    private static List<List<Long>> parts(List<ChartPoint> points, List<Long> derivable) {
        var counts = points.stream().map(ChartPoint::counted).toList();
        var parts = new ArrayList<List<Long>>();
        parts.add(counts.stream().map(PeriodCount::count).toList());
        parts.add(counts.stream().map(period -> period.of() - period.count()).toList());
        if (!derivable.isEmpty()) {
            parts.add(derivable);
        }
        return parts;
    }

    private static Set<Integer> hidden(List<List<Long>> parts, Set<Integer> few) {
        var periods = parts.getFirst().size();
        var hidden = new HashSet<>(few);
        for (var part : parts) {
            IntStream.range(0, periods)
                    .filter(period -> SmallCells.hides(part.get(period)))
                    .forEach(hidden::add);
        }
        while (!hidden.isEmpty() && hidden.size() < periods && recoverable(parts, hidden)) {
            IntStream.range(0, periods)
                    .filter(period -> !hidden.contains(period))
                    .boxed()
                    .min(Comparator.comparing(parts.getFirst()::get))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }

    /** Whether a total less the periods that are shown leaves one period alone, or few cases. */
    private static boolean recoverable(List<List<Long>> parts, Set<Integer> hidden) {
        return hidden.size() < 2
                || parts.stream()
                        .anyMatch(part -> SmallCells.hides(
                                hidden.stream().mapToLong(part::get).sum()));
    }

    private static Point shown(ChartPoint point, boolean hidden, boolean sums) {
        var period = point.counted();
        var few = hidden && SmallCells.hides(period.of());
        return new Point(
                period.from(),
                period.to(),
                point.reference(),
                hidden ? null : Long.valueOf(period.count()),
                few ? null : Long.valueOf(period.of()),
                hidden ? null : point.rate(),
                few ? null : point.low(),
                few ? null : point.high(),
                sums ? point.up() : null,
                sums ? point.down() : null,
                point.outside(),
                point.drifting(),
                point.sustained(),
                hidden);
    }
}
