package org.overread.monitoring.chart;

import java.util.List;

/**
 * What is usual, learned from the weeks of the reference window.
 *
 * @param rate p₀, all that happened over all that could have, strictly between 0 and 1
 * @param dispersion how much the weeks scatter compared with chance alone, as a factor on σ, at least 1: the mean moving
 *     range of the standardised weekly rates over 1.128 (Laney 2002); 1 means as much as chance would have it, or less
 * @param weeks how many weeks it was learned from
 */
public record Baseline(double rate, double dispersion, int weeks) {
    /** The mean range of two standard normal numbers, 2/√π. */
    static final double MEAN_RANGE = 2 / Math.sqrt(Math.PI);

    public Baseline {
        // written so that NaN fails it
        if (!(rate > 0 && rate < 1) || !(dispersion >= 1)) {
            throw new IllegalArgumentException(
                    "a baseline needs a rate between 0 and 1, and a dispersion of 1 or more");
        }
    }

    /**
     * Learns. Weeks in which nothing could happen say nothing and are left out.
     *
     * @throws IllegalArgumentException when it never happened, or always
     */
    public static Baseline of(List<WeekCount> reference) {
        var weeks = reference.stream().filter(week -> week.of() > 0).toList();
        var count = weeks.stream().mapToLong(WeekCount::count).sum();
        var of = weeks.stream().mapToLong(WeekCount::of).sum();
        var rate = (double) count / of;
        var ranges = 0.0;
        for (var i = 1; i < weeks.size(); i++) {
            ranges += Math.abs(standardised(weeks.get(i), rate) - standardised(weeks.get(i - 1), rate));
        }
        var dispersion = weeks.size() < 2 ? 1 : ranges / (weeks.size() - 1) / MEAN_RANGE;
        return new Baseline(rate, Math.max(1, dispersion), weeks.size());
    }

    /** The standard deviation of a week's rate: √(p₀(1−p₀)/n) times the dispersion. */
    double deviation(long of) {
        return dispersion * Math.sqrt(rate * (1 - rate) / of);
    }

    private static double standardised(WeekCount week, double rate) {
        return (week.rate() - rate) / Math.sqrt(rate * (1 - rate) / week.of());
    }
}
