package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PairedProportionsTest {
    @Test
    @DisplayName("C10: gives the interval of Newcombe's own example")
    void givesNewcombesInterval() {
        // Newcombe (1998), Statistics in Medicine 17, 2635–2650, table II, method 10: 0.0569 to 0.3404
        var difference = new PairedProportions(36, 12, 2, 0).difference("empty");

        assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
        assertThat(difference.low()).isCloseTo(0.0569295840, within(1e-9));
        assertThat(difference.high()).isCloseTo(0.3404276030, within(1e-9));
    }

    @Test
    @DisplayName("C10: tests like McNemar, exactly where few cases differ")
    void testsLikeMcNemar() {
        // binom.test(2, 14)$p.value
        assertThat(new PairedProportions(36, 12, 2, 0).pValue()).isCloseTo(0.0129394531, within(1e-9));
        // mcnemar.test(matrix(c(40, 10, 30, 20), 2), correct = FALSE)$p.value: z² = 10
        assertThat(new PairedProportions(40, 30, 10, 20).pValue()).isCloseTo(0.001565402258, within(1e-9));
        assertThat(new PairedProportions(40, 0, 0, 20).pValue()).isNull();
    }

    @Test
    void isUndefinedWithoutCases() {
        assertThat(new PairedProportions(0, 0, 0, 0).difference("no events"))
                .isEqualTo(Estimate.undefined("no events"));
    }

    @Test
    @DisplayName("C10: two predictive values differ as the cases' influences say")
    void comparesPredictiveValues() {
        // numpy: f = lambda y, a: (y - (y*a).sum()/a.sum()) * a / a.mean(); d = f(y, a) - f(y, b)
        // difference 25/40 - 24/50; standard error sqrt((d**2).sum()) / n
        var difference = new PairedPredictive(new PairedProportions(20, 5, 4, 11), new PairedProportions(12, 3, 14, 31))
                .difference("nothing flagged");

        assertThat(difference.difference().value()).isCloseTo(25 / 40.0 - 24 / 50.0, within(1e-12));
        assertThat(difference.difference().low()).isCloseTo(0.031535604460, within(1e-9));
        assertThat(new PairedPredictive(new PairedProportions(0, 0, 4, 11), new PairedProportions(0, 0, 14, 31))
                        .difference("nothing flagged")
                        .difference())
                .isEqualTo(Estimate.undefined("nothing flagged"));
    }
}
