package org.overread.monitoring.chart;

import java.util.List;

/**
 * What is usual, learned from the periods of the reference window.
 *
 * @param rate p₀, all that happened over all that could have, strictly between 0 and 1
 * @param dispersion how much the periods scatter compared with chance alone, as a factor on σ, at least 1: the mean moving
 *     range of the standardised rates over 1.128 (Laney 2002); 1 means as much as chance would have it, or less
 * @param periods how many periods it was learned from
 */
public record Baseline(double rate, double dispersion, int periods) {
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
     * Learns. Periods in which nothing could happen say nothing and are left out.
     *
     * @throws IllegalArgumentException when it never happened, or always
     */
    public static Baseline of(List<PeriodCount> reference) {
        var periods = reference.stream().filter(period -> period.of() > 0).toList();
        var count = periods.stream().mapToLong(PeriodCount::count).sum();
        var of = periods.stream().mapToLong(PeriodCount::of).sum();
        var rate = (double) count / of;
        var ranges = 0.0;
        for (var i = 1; i < periods.size(); i++) {
            ranges += Math.abs(standardised(periods.get(i), rate) - standardised(periods.get(i - 1), rate));
        }
        var dispersion = periods.size() < 2 ? 1 : ranges / (periods.size() - 1) / MEAN_RANGE;
        return new Baseline(rate, Math.max(1, dispersion), periods.size());
    }

    /** The standard deviation of a period's rate: √(p₀(1−p₀)/n) times the dispersion. */
    double deviation(long of) {
        return dispersion * Math.sqrt(rate * (1 - rate) / of);
    }

    private static double standardised(PeriodCount period, double rate) {
        return (period.rate() - rate) / Math.sqrt(rate * (1 - rate) / period.of());
    }
}
