package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.estimate;
import static org.overread.registry.gate.GateFixtures.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.gate.Figure.Tier;

class FigureTest {
    @Test
    void readsWithIntervalAndCases() {
        assertThat(estimate(GateMetric.SENSITIVITY, 0.7804, 0.74, 0.82).text())
                .isEqualTo("0.780 (0.740–0.820), n = 412 events");
    }

    @Test
    void readsWithoutWhatItDoesNotHave() {
        var noInterval = figure(GateMetric.BRIER, null, null, 0.1, null, null, Tier.FULL, null);
        var noCases = new Figure(GateMetric.AUROC, null, null, 0.8, 0.7, 0.9, null, null, null, Tier.FULL, null);

        assertThat(noInterval.text()).isEqualTo("0.100, n = 412 cases");
        assertThat(noCases.text()).isEqualTo("0.800 (0.700–0.900)");
    }

    @Test
    void readsACountAsAWholeNumber() {
        assertThat(Figure.counted(GateMetric.PREDICTIONS, 59_606).text()).isEqualTo("59,606");
        assertThat(Figure.counted(GateMetric.UNANSWERED_SEVERE, 0).text()).isEqualTo("0");
    }

    @Test
    void readsAsNoFigureWhenThereIsNone() {
        assertThat(Figure.missing(GateMetric.AUROC, "no outcomes yet").text()).isEqualTo("no figure");
    }

    @Test
    void showsNothingOfWhatIsHidden() {
        var hidden = figure(GateMetric.PPV, "sex", "Other", 0.75, 0.3, 0.9, Tier.SUPPRESSED, null);

        assertThat(hidden.text()).isEqualTo("no figure");
    }

    @Test
    @DisplayName(
            "C3: a rate of feedback that counts 1 to 10, or all but so few, is told without a number to count back")
    void tellsARateOfFewWithoutItsNumbers() {
        var few = rate(3);
        var allButFew = rate(397);

        assertThat(few.text()).isEqualTo("1 to 10 of 400");
        assertThat(few.told())
                .isEqualTo(new Figure(
                        GateMetric.CLINICALLY_WRONG_RATE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        400L,
                        null,
                        null,
                        Tier.INSUFFICIENT,
                        "1 to 10 of 400"));
        assertThat(IntStream.rangeClosed(1, 10).mapToObj(FigureTest::rate).map(Figure::told))
                .containsOnly(few.told());
        assertThat(allButFew.text()).isEqualTo("all but 1 to 10 of 400");
        assertThat(allButFew.told().told()).isEqualTo(allButFew.told());
        for (var told : List.of(rate(0), rate(11), rate(389), rate(400), estimate(GateMetric.AUROC, 0.8, 0.7, 0.9))) {
            assertThat(told.told()).isSameAs(told);
        }
    }

    /** So many of 400; what the interval is does not matter here. */
    private static Figure rate(long counted) {
        return new Figure(
                GateMetric.CLINICALLY_WRONG_RATE,
                null,
                null,
                counted / 400.0,
                counted / 800.0,
                (counted + 10) / 410.0,
                400L,
                null,
                counted,
                Tier.INSUFFICIENT,
                null);
    }

    @Test
    void takesWhatIsNotFiniteAsMissing() {
        var broken = figure(
                GateMetric.OBSERVED_EXPECTED,
                null,
                null,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Tier.FULL,
                "nothing expected");

        assertThat(broken)
                .isEqualTo(figure(
                        GateMetric.OBSERVED_EXPECTED, null, null, null, null, null, Tier.FULL, "nothing expected"));
    }

    @Test
    void zeroIsAFigure() {
        assertThat(Figure.counted(GateMetric.UNANSWERED_SEVERE, 0).value()).isEqualTo(0.0);
    }
}
