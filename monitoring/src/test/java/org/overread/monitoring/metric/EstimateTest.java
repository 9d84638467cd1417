package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void isNeverNanAndNeverInfinite() {
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(1, 0, Double.POSITIVE_INFINITY, "wald"));
    }

    @Test
    void neverMissesWithoutAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.undefined(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(null, null, null, null, null, null));
    }

    @Test
    void hasBothBoundsOrNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1.0, 0.5, null, null, null, null));
    }

    @Test
    void knowsWhetherItIsDefined() {
        assertThat(Estimate.of(0).defined()).isTrue();
        assertThat(Estimate.undefined("no events").defined()).isFalse();
    }
}
