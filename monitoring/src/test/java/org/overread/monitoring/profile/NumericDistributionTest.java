package org.overread.monitoring.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NumericDistributionTest {
    @Test
    @DisplayName("C1: values are counted once each, and NaN is missing")
    void countsEachValueOnce() {
        var distribution = NumericDistribution.of(2, Double.NaN, 1, 2, -0.0, 0.0);

        assertThat(distribution).isEqualTo(new NumericDistribution(new double[] {0, 1, 2}, new long[] {2, 1, 2}, 1));
        assertThat(distribution.present()).isEqualTo(5);
        assertThat(distribution.missingRate()).isEqualTo(1 / 6.0);
    }

    @Test
    @DisplayName("C1: values out of order are refused")
    void refusesValuesOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumericDistribution(new double[] {2, 1}, new long[] {1, 1}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumericDistribution(new double[] {Double.NaN}, new long[] {1}, 0));
    }
}
