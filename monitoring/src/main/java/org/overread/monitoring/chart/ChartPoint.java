package org.overread.monitoring.chart;

import org.jspecify.annotations.Nullable;

/**
 * One period on a chart of a rate.
 *
 * @param counted what happened in it
 * @param reference whether it belongs to the periods that were learned from
 * @param rate from 0 to 1; null when nothing could happen in that period
 * @param low the lower limit of the p-chart, not below 0; null as the rate
 * @param high the upper limit of the p-chart, not above 1; null as the rate
 * @param up the sum for a rise; null as the rate and in the reference
 * @param down the sum for a fall; null as the rate and in the reference
 * @param outside whether the rate left the limits of the p-chart
 * @param drifting whether the moving average (EWMA) left its limits
 * @param sustained whether a cumulative sum passed its limit: the change of a rate that lasts
 */
public record ChartPoint(
        PeriodCount counted,
        boolean reference,
        @Nullable Double rate,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double up,
        @Nullable Double down,
        boolean outside,
        boolean drifting,
        boolean sustained) {
    /** A period in which nothing could happen. */
    static ChartPoint empty(PeriodCount counted, boolean reference) {
        return new ChartPoint(counted, reference, null, null, null, null, null, false, false, false);
    }

    public boolean signal() {
        return outside || drifting || sustained;
    }
}
