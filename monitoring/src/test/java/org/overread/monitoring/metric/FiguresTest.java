package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.metric.Approximately.EXACT;
import static org.overread.monitoring.metric.Approximately.assertEstimate;
import static org.overread.monitoring.metric.Patterned.scored;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void haveAnEntryForEveryMetric() {
        var figures = Figures.of(Patterned.ladder(), .5, 10);

        assertThat(figures.estimates()).containsOnlyKeys(Metric.values());
        assertThat(figures.estimates().values()).allMatch(Estimate::defined);
        assertThat(figures.confusion()).isEqualTo(new Confusion(56, 43, 32, 69));
        assertEstimate(figures.get(Metric.F1), EXACT, 0.5989304812834224);
    }

    @Test
    void ofNoRowsAreReasonsOnly() {
        assertThat(Figures.of(Patterned.ladder(scored()), .5, 10).estimates().values())
                .noneMatch(Estimate::defined);
    }

    @Test
    void ofOneRowAreDefinedWhereTheyCanBe() {
        var figures = Figures.of(Patterned.ladder(scored(.7), 1), .5, 10);

        assertThat(Arrays.stream(Metric.values())
                        .filter(metric -> figures.get(metric).defined()))
                .containsExactly(
                        Metric.SENSITIVITY,
                        Metric.PPV,
                        Metric.F1,
                        Metric.FLAG_RATE,
                        Metric.PREVALENCE,
                        Metric.NET_BENEFIT,
                        Metric.BRIER,
                        Metric.ECE_EQUAL_WIDTH,
                        Metric.ECE_EQUAL_MASS,
                        Metric.OBSERVED_EXPECTED);
    }

    @Test
    void canBeShownWithoutThoseAtTheThreshold() {
        var figures = Figures.of(Patterned.ladder(), .5, 10).withoutThreshold("hidden");

        assertThat(figures.confusion()).isNull();
        assertThat(Arrays.stream(Metric.values())
                        .filter(metric -> !figures.get(metric).defined()))
                .containsExactly(
                        Metric.SENSITIVITY,
                        Metric.SPECIFICITY,
                        Metric.PPV,
                        Metric.NPV,
                        Metric.F1,
                        Metric.FLAG_RATE,
                        Metric.NET_BENEFIT);
    }

    @Test
    void canBeWithheldAltogether() {
        var figures = Figures.withheld("too few");

        assertThat(figures.estimates().values()).containsOnly(Estimate.undefined("too few"));
        assertThat(figures.confusion()).isNull();
        assertThat(figures.auroc()).isNull();
    }

    @Test
    @DisplayName(
            "D2: each figure carries the cases it rests on: of a sensitivity the events, of a precision the flagged")
    void carriesItsOwnDenominator() {
        // 56 + 43 flagged, 32 + 69 not; 88 events, 112 non-events; 131 events or flagged
        var figures = Figures.of(Patterned.ladder(), .5, 10);

        assertThat(figures.get(Metric.SENSITIVITY).n()).isEqualTo(88);
        assertThat(figures.get(Metric.SPECIFICITY).n()).isEqualTo(112);
        assertThat(figures.get(Metric.PPV).n()).isEqualTo(99);
        assertThat(figures.get(Metric.NPV).n()).isEqualTo(101);
        assertThat(figures.get(Metric.F1).n()).isEqualTo(131);
        assertThat(figures.get(Metric.AUROC).n()).isEqualTo(200);
        assertThat(figures.get(Metric.FLAG_RATE).n()).isEqualTo(200);
        assertThat(Figures.withheld("hidden").get(Metric.SENSITIVITY).n()).isNull();
    }
}
