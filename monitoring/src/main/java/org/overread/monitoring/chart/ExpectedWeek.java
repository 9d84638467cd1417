package org.overread.monitoring.chart;

import java.time.Instant;

/**
 * The outcomes of one week beside what the scores promised of these very patients: pᵢ is the risk of case i, as the
 * {@link Recalibration} of the reference weeks has it.
 *
 * @param week how many events came, of how many known outcomes
 * @param expected Σ pᵢ
 * @param variance Σ pᵢ(1 − pᵢ)
 * @param up Σ ln(1 − pᵢ + R·pᵢ), where R is {@link Cusum#ODDS_RATIO}
 * @param down the same with 1/R
 */
record ExpectedWeek(WeekCount week, double expected, double variance, double up, double down) {
    /**
     * Sums over the cases of a week.
     *
     * @param outcomes 1 event, 0 no event, negative unknown (left out)
     */
    static ExpectedWeek of(Instant from, double[] scores, byte[] outcomes, Recalibration risk) {
        var events = 0L;
        var cases = 0L;
        var expected = 0.0;
        var variance = 0.0;
        var up = 0.0;
        var down = 0.0;
        for (var row = 0; row < scores.length; row++) {
            if (outcomes[row] >= 0) {
                var p = risk.of(scores[row]);
                events += outcomes[row];
                cases++;
                expected += p;
                variance += p * (1 - p);
                up += Math.log1p((Cusum.ODDS_RATIO - 1) * p);
                down += Math.log1p((1 / Cusum.ODDS_RATIO - 1) * p);
            }
        }
        return new ExpectedWeek(new WeekCount(from, events, cases), expected, variance, up, down);
    }

    /** How far what came lies from what was promised, in standard deviations of chance. */
    double standardised() {
        return (week.count() - expected) / Math.sqrt(variance);
    }

    /** What the week adds to the sum for odds that rose. */
    double weightUp(double dispersion) {
        return (week.count() * Math.log(Cusum.ODDS_RATIO) - up) / (dispersion * dispersion);
    }

    /** What the week adds to the sum for odds that fell. */
    double weightDown(double dispersion) {
        return (-week.count() * Math.log(Cusum.ODDS_RATIO) - down) / (dispersion * dispersion);
    }

    ExpectedWeek with(long events) {
        return new ExpectedWeek(new WeekCount(week.from(), events, week.of()), expected, variance, up, down);
    }
}
