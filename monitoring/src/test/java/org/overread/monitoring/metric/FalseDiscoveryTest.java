package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    @Test
    @DisplayName("C8: adjusted p-values equal R's, in the order given")
    void equalsR() {
        // R: p.adjust(c(0.04, 0.001, 0.03, 0.5, 0.0105), method = "BH")
        assertThat(FalseDiscovery.adjusted(new double[] {0.04, 0.001, 0.03, 0.5, 0.0105}))
                .containsExactly(new double[] {0.05, 0.005, 0.05, 0.5, 0.02625}, Offset.offset(1e-12));
    }

    @Test
    @DisplayName("C8: none stays none, and ties are adjusted alike")
    void handlesEdges() {
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
        assertThat(FalseDiscovery.adjusted(new double[] {0.02, 0.02})).containsExactly(0.02, 0.02);
        assertThat(FalseDiscovery.adjusted(new double[] {0.9, 1.0})).containsExactly(1.0, 1.0);
    }
}
