package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.metric.Approximately.EXACT;
import static org.overread.monitoring.metric.Approximately.assertEstimate;
import static org.overread.monitoring.metric.Approximately.assertUndefined;
import static org.overread.monitoring.metric.Patterned.scored;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void agreesWithScikitLearnOnBrier() {
        // sklearn.metrics.brier_score_loss(y, s); 1 - that/(y.mean()*(1-y.mean()))
        assertEstimate(Calibration.brier(Patterned.ladder()), EXACT, 0.25419742406766627);
        assertEstimate(Calibration.scaledBrier(Patterned.ladder()), EXACT, -0.03164538988500909);
    }

    @Test
    void weighsTheGapOfEachBin() {
        // numpy: idx=np.minimum((s*b).astype(int),b-1); sum(m.mean()*abs(s[m].mean()-y[m].mean()))
        // numpy: np.array_split(np.argsort(s,kind="stable"),b), then the same sum
        assertEstimate(Calibration.error(Calibration.equalWidth(Patterned.ladder(), 10)), EXACT, 0.14343137254901964);
        assertEstimate(Calibration.error(Patterned.ladder().equalMass()), EXACT, 0.13740196078431371);
    }

    @Test
    void splitsUnevenRowsAsNumpyDoes() {
        // the same two with b=7: 200 rows make parts of 29,29,29,29,28,28,28
        var ladder = Ladder.of(Patterned.scores(200), Patterned.outcomes(200), 7);

        assertThat(ladder.equalMass()).extracting(ReliabilityBin::n).containsExactly(29L, 29L, 29L, 29L, 28L, 28L, 28L);
        assertEstimate(Calibration.error(ladder.equalMass()), EXACT, 0.14715686274509804);
        assertEstimate(Calibration.error(Calibration.equalWidth(ladder, 7)), EXACT, 0.1357843137254902);
    }

    @Test
    void keepsTheOrderOfEqualScoresWhenABinEndsAmongThem() {
        // numpy: s=np.full(4,.5); y=np.array([1,1,0,0]); np.array_split(np.argsort(s,kind="stable"),2): [1,1] and [0,0]
        var ladder = Ladder.of(scored(.5, .5, .5, .5), new byte[] {1, 1, 0, 0}, 2);

        assertThat(ladder.equalMass()).containsExactly(new ReliabilityBin(2, .5, 1), new ReliabilityBin(2, .5, 0));
    }

    @Test
    void leavesOutPartsThatGetNoRow() {
        var ladder = Patterned.ladder(scored(.2, .4), 0, 1);

        assertThat(ladder.equalMass()).containsExactly(new ReliabilityBin(1, .2, 0), new ReliabilityBin(1, .4, 1));
    }

    @Test
    void putsAScoreOnAnEdgeIntoTheBinAbove() {
        // 0.29*100 = 28.999999999999996 in doubles; the edge 29/100 is 0.29
        var hundredths = Calibration.equalWidth(Patterned.ladder(scored(.29, .285, .295), 0, 1, 1), 100);
        var tenths = Calibration.equalWidth(Patterned.ladder(scored(.1, .3, .6, .7, .9, 1), 0, 0, 0, 0, 0, 1), 10);

        assertThat(hundredths).extracting(ReliabilityBin::n).containsExactly(1L, 2L);
        assertThat(tenths).extracting(ReliabilityBin::n).containsExactly(1L, 1L, 1L, 1L, 2L);
    }

    @Test
    void comparesObservedWithExpected() {
        // O=y.sum(); E=s.sum(); se=np.sqrt((1-O/n)/O); O/E*np.exp([-z*se, z*se])
        var estimate = Calibration.observedOverExpected(Patterned.ladder());

        assertEstimate(estimate, EXACT, 0.8879216539717084, 0.759402905416827, 1.0381904756594373);
    }

    @Test
    void observedZeroIsZeroButHasNoInterval() {
        var estimate = Calibration.observedOverExpected(Patterned.ladder(scored(.5, .5), 0, 0));

        assertThat(estimate).isEqualTo(Estimate.withoutInterval(0, "a ratio of zero has no interval on the log scale"));
    }

    @Test
    void aRatioBeyondEveryNumberIsUndefined() {
        assertUndefined(
                Calibration.observedOverExpected(Patterned.ladder(scored(Double.MIN_VALUE, Double.MIN_VALUE), 0, 1)),
                "all scores are next to zero: no events were expected");
        var atTheEnd = Calibration.observedOverExpected(Patterned.ladder(scored(1e-308, 1e-308), 0, 1));

        assertThat(atTheEnd)
                .isEqualTo(
                        Estimate.withoutInterval(1 / 2e-308, "the interval of the ratio reaches beyond every number"));
    }

    @Test
    void saysWhatIsMissing() {
        var empty = Patterned.ladder(scored());

        assertUndefined(Calibration.brier(empty), "no labelled predictions");
        assertUndefined(Calibration.scaledBrier(empty), "no labelled predictions");
        assertUndefined(Calibration.error(empty.equalMass()), "no labelled predictions");
        assertUndefined(Calibration.observedOverExpected(empty), "no labelled predictions");
        assertUndefined(
                Calibration.observedOverExpected(Patterned.ladder(scored(0, 0), 0, 1)),
                "all scores are zero: no events were expected");
    }
}
