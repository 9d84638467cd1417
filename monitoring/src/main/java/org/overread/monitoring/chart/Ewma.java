package org.overread.monitoring.chart;

/**
 * The exponentially weighted moving average of the standardised rates z: {@code E = λz + (1−λ)E} with λ = 0.2,
 * from 0. Its limits are ±3 standard deviations with the exact variance {@code λ/(2−λ)·(1 − (1−λ)^(2i))} after i periods.
 */
final class Ewma {
    static final double LAMBDA = 0.2;
    private static final double LIMIT = 3;

    private double average;
    private int periods;

    /** Adds a period; whether the average is now outside its limits. */
    boolean add(PeriodCount period, Baseline baseline) {
        return add((period.rate() - baseline.rate()) / baseline.deviation(period.of()));
    }

    /** The same with the period's standardised rate. */
    boolean add(double z) {
        average = LAMBDA * z + (1 - LAMBDA) * average;
        periods++;
        return Math.abs(average) > limit();
    }

    private double limit() {
        return LIMIT * Math.sqrt(LAMBDA / (2 - LAMBDA) * (1 - Math.pow(1 - LAMBDA, 2.0 * periods)));
    }
}
