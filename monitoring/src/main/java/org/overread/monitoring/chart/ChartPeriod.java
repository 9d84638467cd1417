package org.overread.monitoring.chart;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For how long a rate is counted before it is charted: a week where that can be read, else 4 weeks, else a quarter.
 *
 * @param weeks how long, in weeks of 7 × 24 hours
 * @param fewestReference from how many periods at least what is usual is learned
 * @param mostReference from how many at most
 * @param because why no shorter period will do; null for a week
 */
public record ChartPeriod(
        int weeks,
        int fewestReference,
        int mostReference,
        @Nullable String because) {
    /** How many of the first weeks decide; later ones change nothing, so that a chart keeps its period. */
    static final int LOOKED_AT = 12;

    /**
     * A period can be read when it holds so many of what is counted, and of the rest, on average: then chance alone leaves
     * 1 in 13 with fewer than 11, and so hidden ({@code scipy.stats.poisson.cdf(10, 16)} is 0.077).
     */
    static final int READABLE = 16;

    public static final ChartPeriod WEEK = new ChartPeriod(1, 4, 12, null);
    public static final ChartPeriod FOUR_WEEKS = new ChartPeriod(4, 3, 6, because("a week holds"));
    public static final ChartPeriod QUARTER = new ChartPeriod(13, 2, 4, because("4 weeks hold"));

    private static final Duration A_WEEK = Duration.ofHours(7 * 24);
    private static final int WEEKS_A_YEAR = 52;

    /**
     * The shortest in which what is counted, and the rest, come {@value #READABLE} times on average over the first
     * {@value #LOOKED_AT} weeks in which they could; a quarter where none does.
     *
     * @param weeks in the order of time
     * @param derivable another count of each week that a chart would give away; empty when there is none. It makes the
     *     period longer only where that helps
     */
    static ChartPeriod holding(List<PeriodCount> weeks, List<Long> derivable) {
        var first = IntStream.range(0, weeks.size())
                .filter(week -> weeks.get(week).of() > 0)
                .limit(LOOKED_AT)
                .boxed()
                .toList();
        if (first.isEmpty()) {
            return WEEK;
        }
        var count = first.stream().mapToLong(week -> weeks.get(week).count()).sum();
        var all = first.stream().mapToLong(week -> weeks.get(week).of()).sum();
        var counted = holding(Math.min(count, all - count), first.size()).orElse(QUARTER);
        var other = derivable.isEmpty()
                ? WEEK
                : holding(first.stream().mapToLong(derivable::get).sum(), first.size())
                        .orElse(WEEK);
        return counted.weeks > other.weeks ? counted : other;
    }

    private static Optional<ChartPeriod> holding(long count, int weeks) {
        return Stream.of(WEEK, FOUR_WEEKS, QUARTER)
                .filter(length -> length.weeks * count >= (long) READABLE * weeks)
                .findFirst();
    }

    public Duration duration() {
        return A_WEEK.multipliedBy(weeks);
    }

    /** How many of the first periods are what is usual: a third, within the limits. */
    int reference(int periods) {
        return Math.clamp(periods / 3, fewestReference, mostReference);
    }

    /** How many there are in a year of 52 weeks. */
    int inAYear() {
        return WEEKS_A_YEAR / weeks;
    }

    /** Such as {@code by week} or {@code in periods of 4 weeks, because a week holds …}. */
    public String told() {
        return because == null ? "by week" : "in %s, because %s".formatted(many(), because);
    }

    /** One of them, such as {@code week} or {@code 4 weeks}. */
    public String one() {
        return weeks == 1 ? "week" : weeks + " weeks";
    }

    /** Several of them, such as {@code weeks} or {@code periods of 4 weeks}. */
    public String many() {
        return weeks == 1 ? "weeks" : "periods of " + one();
    }

    private static String because(String shorter) {
        return "%s on average fewer than %d of what is counted or of the rest".formatted(shorter, READABLE);
    }
}
