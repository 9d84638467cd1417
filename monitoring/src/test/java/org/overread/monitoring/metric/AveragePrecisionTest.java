package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.metric.Approximately.EXACT;
import static org.overread.monitoring.metric.Approximately.assertEstimate;
import static org.overread.monitoring.metric.Approximately.assertUndefined;
import static org.overread.monitoring.metric.Patterned.scored;

import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
    @Test
    void agreesWithScikitLearn() {
        // ap=sklearn.metrics.average_precision_score(y, s)
        // tau=1/np.sqrt(88*ap*(1-ap)); scipy.special.expit(scipy.special.logit(ap)+np.array([-z,z])*tau)
        var estimate = AveragePrecision.of(Patterned.ladder());

        assertEstimate(estimate, EXACT, 0.566036747068647, 0.46111381992939887, 0.6653566222667691);
        assertThat(estimate.method()).isEqualTo("logit");
    }

    @Test
    void isThePrevalenceWhenAllScoresAreEqual() {
        // average_precision_score([1,0,0,0], [.3]*4) = 0.25
        assertThat(AveragePrecision.of(Patterned.ladder(scored(.3, .3, .3, .3), 1, 0, 0, 0))
                        .value())
                .isEqualTo(.25);
    }

    @Test
    void hasNoIntervalAtOne() {
        assertThat(AveragePrecision.of(Patterned.ladder(scored(.3, .4, .9), 0, 0, 1)))
                .isEqualTo(Estimate.withoutInterval(1, "an average precision of 1 has no interval on the logit scale"));
    }

    @Test
    void needsBothClasses() {
        assertUndefined(AveragePrecision.of(Patterned.ladder(scored())), "no labelled predictions");
        assertUndefined(
                AveragePrecision.of(Patterned.ladder(scored(.2), 1)), "no non-events among the labelled predictions");
    }
}
