package org.overread.monitoring.chart;

/**
 * Two cumulative sums of log-likelihood ratios, one for odds that rose to R times what is usual and one for odds that
 * fell to 1/R (tabular CUSUM). A period adds {@code (k·ln R − Σ ln(1 − pᵢ + R·pᵢ)) / dispersion²}, no sum falls below 0,
 * and one that passes the limit signals and begins anew. With one p for all it is the Bernoulli CUSUM of a rate; with
 * each case's own expected risk it is the risk-adjusted CUSUM of Steiner, Cook, Farewell and Treasure (2000).
 */
public final class Cusum {
    /** The change in odds that the sums are tuned to. */
    public static final double ODDS_RATIO = 1.5;

    private final double limit;
    private double up;
    private double down;

    /** @param limit h, above 0; infinite for the sums alone */
    Cusum(double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("a limit must be above 0");
        }
        this.limit = limit;
    }

    /** Which sum passed its limit. */
    enum Signal {
        NONE,
        ABOVE,
        BELOW
    }

    /**
     * Adds a period.
     *
     * @param weightUp of odds R against 1
     * @param weightDown of odds 1/R against 1
     */
    Signal add(double weightUp, double weightDown) {
        if (up > limit || down > limit) {
            up = 0;
            down = 0;
        }
        up = Math.max(0, up + weightUp);
        down = Math.max(0, down + weightDown);
        return up > limit ? Signal.ABOVE : down > limit ? Signal.BELOW : Signal.NONE;
    }

    Signal add(PeriodCount period, Baseline baseline) {
        return add(weight(period, baseline, ODDS_RATIO), weight(period, baseline, 1 / ODDS_RATIO));
    }

    double up() {
        return up;
    }

    double down() {
        return down;
    }

    private static double weight(PeriodCount period, Baseline baseline, double odds) {
        var none = Math.log1p((odds - 1) * baseline.rate());
        return (period.count() * Math.log(odds) - period.of() * none) / (baseline.dispersion() * baseline.dispersion());
    }
}
