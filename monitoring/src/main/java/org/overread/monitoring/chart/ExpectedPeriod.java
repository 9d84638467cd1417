package org.overread.monitoring.chart;

/**
 * The outcomes of one period beside what the scores promised of these very patients: pᵢ is the risk of case i, as the
 * {@link Recalibration} of the reference periods has it.
 *
 * @param counted how many events came, of how many known outcomes
 * @param expected Σ pᵢ
 * @param variance Σ pᵢ(1 − pᵢ)
 * @param up Σ ln(1 − pᵢ + R·pᵢ), where R is {@link Cusum#ODDS_RATIO}
 * @param down the same with 1/R
 */
record ExpectedPeriod(PeriodCount counted, double expected, double variance, double up, double down) {
    /**
     * Sums over the cases of a period.
     *
     * @param counted the events among the outcomes, of those that are known
     * @param outcomes negative unknown (left out)
     */
    static ExpectedPeriod of(PeriodCount counted, double[] scores, byte[] outcomes, Recalibration risk) {
        var expected = 0.0;
        var variance = 0.0;
        var up = 0.0;
        var down = 0.0;
        for (var row = 0; row < scores.length; row++) {
            if (outcomes[row] >= 0) {
                var p = risk.of(scores[row]);
                expected += p;
                variance += p * (1 - p);
                up += Math.log1p((Cusum.ODDS_RATIO - 1) * p);
                down += Math.log1p((1 / Cusum.ODDS_RATIO - 1) * p);
            }
        }
        return new ExpectedPeriod(counted, expected, variance, up, down);
    }

    /** How far what came lies from what was promised, in standard deviations of chance. */
    double standardised() {
        return (counted.count() - expected) / Math.sqrt(variance);
    }

    /** What the period adds to the sum for odds that rose. */
    double weightUp(double dispersion) {
        return (counted.count() * Math.log(Cusum.ODDS_RATIO) - up) / (dispersion * dispersion);
    }

    /** What the period adds to the sum for odds that fell. */
    double weightDown(double dispersion) {
        return (-counted.count() * Math.log(Cusum.ODDS_RATIO) - down) / (dispersion * dispersion);
    }

    ExpectedPeriod with(long events) {
        return new ExpectedPeriod(
                new PeriodCount(counted.from(), counted.length(), events, counted.of()), expected, variance, up, down);
    }
}
