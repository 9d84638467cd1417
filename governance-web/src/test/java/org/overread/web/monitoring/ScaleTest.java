package org.overread.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;

class ScaleTest {
    @Test
    void hasRoundEndsAroundAllIntervals() {
        var scale =
                Scale.of(List.of(Estimate.of(0.647, 0.640, 0.654, "delong"), Estimate.of(0.60, 0.573, 0.63, "delong")));

        assertThat(scale).isEqualTo(new Scale(0.57, 0.66));
        assertThat(scale.place(0.57)).isZero();
        assertThat(scale.place(0.66)).isEqualTo(1);
    }

    @Test
    void leavesOutWhatHasNoValue() {
        assertThat(Scale.of(List.of(Estimate.undefined("none"), Estimate.of(1.2, 0.7, 1.4, "wald"))))
                .isEqualTo(new Scale(0.7, 1.4));
        assertThat(Scale.of(List.of(Estimate.undefined("none")))).isEqualTo(new Scale(0, 1));
    }

    @Test
    void hasRoomForASingleValue() {
        assertThat(Scale.of(List.of(Estimate.of(0.5)))).isEqualTo(new Scale(0.5, 0.51));
    }
}
