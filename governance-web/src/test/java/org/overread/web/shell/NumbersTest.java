package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    @DisplayName("C2: an interval is read as an interval, below zero too")
    void writesIntervals() {
        assertThat(Numbers.interval(0.6472, 0.6402, 0.6541)).isEqualTo("0.647 (0.640–0.654)");
        assertThat(Numbers.interval(-0.361, -0.453, -0.268)).isEqualTo("−0.361 (−0.453 to −0.268)");
        assertThat(Numbers.interval(-0.0014, -0.0043, 0.0015)).isEqualTo("−0.001 (−0.004 to 0.002)");
    }

    @Test
    @DisplayName("C2: what is not known is a dash, and an interval that is not known is left out")
    void saysWhatIsNotKnown() {
        assertThat(Numbers.interval(null, null, null)).isEqualTo("–");
        assertThat(Numbers.interval(0.26, null, null)).isEqualTo("0.260");
    }
}
