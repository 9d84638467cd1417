package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PairedAurocTest {
    private static final double[] FIRST = {.1, .4, .35, .8, .35, .6, .9, .2, .5, .7, .3, .65};
    private static final double[] SECOND = {.2, .3, .45, .7, .25, .65, .6, .3, .4, .9, .35, .3};
    private static final byte[] OUTCOMES = {0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1};

    @Test
    @DisplayName("C10: agrees with pROC, ties included")
    void agreesWithProc() {
        // roc.test(roc(y, a, direction = "<"), roc(y, b, direction = "<"), paired = TRUE, method = "delong")
        var paired = PairedAuroc.of(FIRST, SECOND, OUTCOMES);

        assertThat(paired.difference().value()).isCloseTo(0.930555555556 - 0.916666666667, within(1e-11));
        assertThat(paired.difference().low()).isCloseTo(-0.231408886281, within(1e-11));
        assertThat(paired.difference().high()).isCloseTo(0.259186664058, within(1e-11));
        assertThat(paired.z()).isCloseTo(0.110974190405, within(1e-11));
        assertThat(paired.pValue()).isCloseTo(0.911636813366, within(1e-11));
    }

    @Test
    void saysWhyThereIsNoIntervalOrNoDifference() {
        assertThat(PairedAuroc.of(FIRST, FIRST, OUTCOMES).difference())
                .isEqualTo(Estimate.withoutInterval(0, "both scores rank all cases alike"));
        assertThat(PairedAuroc.of(new double[] {.1, .2}, new double[] {.2, .1}, new byte[] {0, 1})
                        .difference())
                .isEqualTo(Estimate.withoutInterval(1, "the interval needs two events and two non-events"));
        assertThat(PairedAuroc.of(new double[] {.1}, new double[] {.2}, new byte[] {1})
                        .difference())
                .isEqualTo(Estimate.undefined("the same cases have no non-events"));
        assertThat(PairedAuroc.of(new double[0], new double[0], new byte[0]).difference())
                .isEqualTo(Estimate.undefined("the same cases have no events"));
    }
}
