package org.overread.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;

class WordsTest {
    @Test
    void countsPatientsRatherThanShares() {
        assertThat(Words.of(Metric.SENSITIVITY, Estimate.of(0.4669)))
                .isEqualTo("Of 100 patients with the event, 47 are flagged.");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void saysWhyAFigureIsMissing(Metric metric) {
        assertThat(Words.of(metric, Estimate.undefined("no events"))).isEqualTo("Not known: no events");
        assertThat(Words.of(metric, Estimate.of(0.5))).endsWith(".");
    }

    @Test
    void makesHeadingsOfNamesInTheData() {
        assertThat(Words.heading("age_band × sex")).isEqualTo("Age band × sex");
    }
}
