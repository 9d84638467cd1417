package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    @DisplayName("C8: p-values are corrected as R corrects them")
    void agreesWithR() {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.6, 0.5), "holm")
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005, 0.6, 0.5))
                .containsExactly(new double[] {0.05, 0.12, 0.12, 0.03, 1, 1}, within(1e-12));
        assertThat(Holm.adjust()).isEmpty();
    }
}
