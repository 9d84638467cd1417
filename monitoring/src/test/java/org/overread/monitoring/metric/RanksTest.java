package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    @DisplayName("C1: placements of a billion rows are summed without a digit lost")
    void sumsABillionRows() {
        var ranks = new Ranks(1_000_000_000, 1_000_000_000);
        ranks.add(0.2, 500_000_000, 500_000_000);
        ranks.add(0.7, 500_000_000, 500_000_000);

        assertThat(ranks.area()).isEqualTo(0.5);
        // both placements are a quarter away from one half
        assertThat(ranks.varianceOfEvents()).isCloseTo(0.0625 / (1 - 1e-9), within(1e-15));
        assertThat(ranks.varianceOfNonEvents()).isCloseTo(0.0625 / (1 - 1e-9), within(1e-15));
        assertThat(ranks.complete()).isTrue();
    }

    @Test
    @DisplayName("C1: sums that no longer fit into 64 bits are carried on")
    void carriesOn() {
        var steps = 3_000;
        var ofEach = 10_000;
        var ranks = new Ranks(steps * ofEach, steps * ofEach);
        for (var step = 0; step < steps; step++) {
            ranks.add(step / 3_000.0, ofEach, ofEach);
        }

        // the placements are (step + ½) / steps, equally often
        var variance = (1 - 1.0 / steps / steps) / 12 / (1 - 1.0 / steps / ofEach);
        assertThat(ranks.varianceOfEvents()).isCloseTo(variance, within(1e-15));
        assertThat(ranks.varianceOfNonEvents()).isCloseTo(variance, within(1e-15));
    }

    @Test
    @DisplayName("C1: classes that are far apart have no variance at all, however many")
    void findsNoVarianceInPerfectSeparation() {
        var ranks = new Ranks(999_999_937, 1_000_000_007);
        ranks.add(0.2, 0, 1_000_000_007);
        ranks.add(0.7, 999_999_937, 0);

        assertThat(ranks.area()).isEqualTo(1);
        assertThat(ranks.varianceOfEvents()).isZero();
        assertThat(ranks.varianceOfNonEvents()).isZero();
        assertThat(ranks.averagePrecision()).isEqualTo(1);
    }
}
