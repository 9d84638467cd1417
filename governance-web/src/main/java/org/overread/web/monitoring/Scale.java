package org.overread.web.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.overread.monitoring.metric.Estimate;

/** The scale of a drawing, in the unit of what is drawn, with round ends around everything on it. */
record Scale(double low, double high) {
    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};
    private static final int PARTS = 10;
    private static final double SLACK = 1e-9;

    /** A scale on which every estimate has room, with its interval; from 0 to 1 when there is none. */
    static Scale of(List<Estimate> estimates) {
        var all = estimates.stream()
                .flatMapToDouble(estimate -> DoubleStream.of(lower(estimate), upper(estimate)))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (all.getCount() == 0) {
            return new Scale(0, 1);
        }
        var step = step(all.getMax() - all.getMin());
        var low = round(Math.floor(all.getMin() / step + SLACK) * step);
        var high = round(Math.ceil(all.getMax() / step - SLACK) * step);
        return new Scale(low, high > low ? high : round(low + step));
    }

    /** Where a value stands, from 0 at the low end to 1 at the high end. */
    double place(double value) {
        return (value - low) / (high - low);
    }

    /** The ends in words. */
    String lowEnd() {
        return words(low);
    }

    String highEnd() {
        return words(high);
    }

    static double lower(Estimate estimate) {
        return estimate.low() != null ? estimate.low() : estimate.value() != null ? estimate.value() : Double.NaN;
    }

    static double upper(Estimate estimate) {
        return estimate.high() != null ? estimate.high() : estimate.value() != null ? estimate.value() : Double.NaN;
    }

    private static double step(double span) {
        for (var step : STEPS) {
            if (span <= PARTS * step) {
                return step;
            }
        }
        return span;
    }

    /** So that the ends are the numbers that are written beside them. */
    private static double round(double end) {
        return Math.round(end * 100) / 100.0;
    }

    private static String words(double end) {
        return String.format(Locale.ROOT, "%.2f", end);
    }
}
