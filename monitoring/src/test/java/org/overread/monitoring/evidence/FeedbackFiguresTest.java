package org.overread.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;

class FeedbackFiguresTest {
    private static final FeedbackTally TALLY = new FeedbackTally(
            120,
            60,
            40,
            0,
            15,
            5,
            0,
            Map.of(OverrideReason.CLINICALLY_WRONG, 20L, OverrideReason.ALREADY_DONE, 17L, OverrideReason.OTHER, 3L));

    @Test
    @DisplayName("D3: what clinicians said comes as rates of the reviewed outputs, with intervals")
    void countsReviewedOutputsOnly() {
        var override = figure(GateMetric.OVERRIDE_RATE);

        // statsmodels: proportion_confint(40, 100, method="wilson") -> (0.30940, 0.49798)
        assertThat(override.value()).isEqualTo(0.4);
        assertThat(override.low()).isCloseTo(0.3094, within(1e-4));
        assertThat(override.high()).isCloseTo(0.4980, within(1e-4));
        assertThat(override.n()).isEqualTo(100);
        assertThat(figure(GateMetric.CLINICALLY_WRONG_RATE).value()).isEqualTo(0.2);
        assertThat(figure(GateMetric.UNANSWERED_SEVERE).value()).isEqualTo(7.0);
    }

    @Test
    @DisplayName("D14: nobody's review is no rate, not a rate of zero")
    void hasNoRateWithoutAReview() {
        var none = new FeedbackTally(5, 0, 0, 0, 0, 5, 0, Map.of());

        assertThat(FeedbackFigures.of(none, 0))
                .filteredOn(figure -> figure.metric() == GateMetric.OVERRIDE_RATE)
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isNull());
    }

    @Test
    @DisplayName("B12: a rate of few overrides bears little weight and says so; of few reviews there is none to see")
    void givesARateTheWeightOfItsCases() {
        assertThat(figure(GateMetric.OVERRIDE_RATE).tier()).isEqualTo(Figure.Tier.LOW_PRECISION);
        assertThat(override(new FeedbackTally(400, 388, 12, 0, 0, 0, 0, Map.of()))
                        .tier())
                .isEqualTo(Figure.Tier.INSUFFICIENT);
        assertThat(override(new FeedbackTally(400, 200, 200, 0, 0, 0, 0, Map.of()))
                        .tier())
                .isEqualTo(Figure.Tier.FULL);
        var few = new FeedbackTally(10, 7, 3, 0, 0, 0, 0, Map.of(OverrideReason.CLINICALLY_WRONG, 3L));

        // neither the counts nor a rate with its interval, from which they could be worked out
        assertThat(FeedbackFigures.of(few, 0))
                .filteredOn(figure -> figure.metric() != GateMetric.UNANSWERED_SEVERE)
                .hasSize(4)
                .allSatisfy(figure -> {
                    assertThat(figure.tier()).isEqualTo(Figure.Tier.SUPPRESSED);
                    assertThat(figure.value()).isNull();
                    assertThat(figure.low()).isNull();
                    assertThat(figure.n()).isNull();
                    assertThat(figure.events()).isNull();
                });
    }

    @Test
    @DisplayName("B12: the gate gets the exact rate of few overrides, and people only that they are few")
    void tellsPeopleNoExactRateOfFew() {
        var few = override(new FeedbackTally(400, 397, 3, 0, 0, 0, 0, Map.of()));

        assertThat(few.value()).isEqualTo(3 / 400.0);
        assertThat(few.told().value()).isNull();
        assertThat(few.told().reason()).isEqualTo("1 to 10 of 400");
        assertThat(Figure.FEW).isEqualTo(SmallCells.THRESHOLD);
    }

    private static Figure override(FeedbackTally tally) {
        return FeedbackFigures.of(tally, 0)
                .filter(figure -> figure.metric() == GateMetric.OVERRIDE_RATE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("B12: a reason given by few is hidden, with another where the rest would give it away")
    void hidesSmallReasons() {
        assertThat(FeedbackFigures.byReason(TALLY)).containsExactly(Map.entry("CLINICALLY_WRONG", 20L));
    }

    private static Figure figure(GateMetric metric) {
        return FeedbackFigures.of(TALLY, 7)
                .filter(figure -> figure.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
