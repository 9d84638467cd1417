package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.gate.Criterion.Direction;

class CriterionTest {
    @Test
    @DisplayName(
            "C3: a rate of few is judged by its exact bound, and neither the reading nor its words tell that bound")
    void judgesWhatItDoesNotTell() {
        var atMost = criterion(GateMetric.CLINICALLY_WRONG_RATE, Direction.AT_MOST, 0.03);
        // statsmodels: proportion_confint(3, 400, method="wilson") -> (0.00255, 0.02183)
        var few = new Figure(
                GateMetric.CLINICALLY_WRONG_RATE,
                null,
                null,
                0.0075,
                0.00255,
                0.02183,
                400L,
                null,
                3L,
                Figure.Tier.INSUFFICIENT,
                null);

        var kept = Reading.of(atMost, few);
        var broken = Reading.of(criterion(GateMetric.CLINICALLY_WRONG_RATE, Direction.AT_MOST, 0.02), few);

        assertThat(kept).isInstanceOf(Reading.Kept.class);
        assertThat(broken).isInstanceOf(Reading.Broken.class);
        assertThat(kept.figure()).isEqualTo(few.told());
        assertThat(kept.sentence())
                .isEqualTo("1 to 10 of 400 reviewed outputs, told no closer since they are few;"
                        + " the upper bound of the exact figure is " + atMost.demand());
        assertThat(broken.sentence()).endsWith("; the upper bound of the exact figure is not at most 0.02");
    }

    private static Criterion criterion(GateMetric metric, Direction direction, double limit) {
        return new Criterion("key", metric, null, direction, limit);
    }

    @Test
    void readsAsASentence() {
        assertThat(FAIR_SENSITIVITY.label())
                .isEqualTo("Sensitivity in every group of sex at least 0.60, by the lower 95 % bound");
        assertThat(criterion(GateMetric.OVERRIDE_RATE, Direction.AT_MOST, 0.125).label())
                .isEqualTo("Override rate at most 0.125, by the upper 95 % bound");
        assertThat(criterion(GateMetric.PREDICTIONS, Direction.AT_LEAST, 10_000).label())
                .isEqualTo("Predictions at least 10,000");
        assertThat(NOTHING_SEVERE_OPEN.label()).isEqualTo("Unanswered severe findings at most 0");
        assertThat(criterion(GateMetric.OBSERVED_EXPECTED, Direction.AT_MOST, 2).label())
                .isEqualTo("Observed to expected at most 2.00, by the upper 95 % bound");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {4} to {5} around {3}")
    @CsvSource(delimiter = '|', textBlock = """
            SENSITIVITY   | AT_LEAST | 0.60   | 0.7123 | 0.6954   | 0.7300  | 0.712 (0.695–0.730), n = 412 events; lower bound 0.695 is at least 0.60
            SENSITIVITY   | AT_LEAST | 0.60   | 0.7123 | 0.6955   | 0.7300  | 0.712 (0.696–0.730), n = 412 events; lower bound 0.696 is at least 0.60
            SENSITIVITY   | AT_LEAST | 0.60   | 0.7123 | 0.6      | 0.7300  | 0.712 (0.600–0.730), n = 412 events; lower bound 0.600 is at least 0.60
            SENSITIVITY   | AT_LEAST | 0.60   | 0.7123 | 0.5996   | 0.7300  | 0.7123 (0.5996–0.7300), n = 412 events; lower bound 0.5996 is not at least 0.60
            SENSITIVITY   | AT_LEAST | 0.60   | 0.7123 | 0.59999  | 0.7300  | 0.71230 (0.59999–0.73000), n = 412 events; lower bound 0.59999 is not at least 0.60
            SENSITIVITY   | AT_LEAST | 0.6005 | 0.7123 | 0.60052  | 0.7300  | 0.712 (0.601–0.730), n = 412 events; lower bound 0.601 is at least 0.6005
            SENSITIVITY   | AT_LEAST | 0.6995 | 0.7123 | 0.69949  | 0.7300  | 0.712 (0.699–0.730), n = 412 events; lower bound 0.699 is not at least 0.6995
            SENSITIVITY   | AT_LEAST | 0.7004 | 0.7123 | 0.70041  | 0.7300  | 0.7123 (0.7004–0.7300), n = 412 events; lower bound 0.7004 is at least 0.7004
            OVERRIDE_RATE | AT_MOST  | 0.30   | 0.25   | 0.2      | 0.3     | 0.250 (0.200–0.300), n = 412 reviewed outputs; upper bound 0.300 is at most 0.30
            OVERRIDE_RATE | AT_MOST  | 0.30   | 0.25   | 0.2      | 0.30001 | 0.25000 (0.20000–0.30001), n = 412 reviewed outputs; upper bound 0.30001 is not at most 0.30
            """)
    @DisplayName("A6: value, interval and bound are rounded alike, and read on the side of the limit on which they are")
    void tellsOneFigureByOneRule(
            GateMetric metric, Direction direction, double limit, double value, double low, double high, String text) {
        var reading = Reading.of(criterion(metric, direction, limit), figure(metric, value, low, high));

        assertThat(reading.sentence()).isEqualTo(text);
    }

    @Test
    @DisplayName("A6: what is counted is said once")
    void saysACountOnce() {
        var predictions = criterion(GateMetric.PREDICTIONS, Direction.AT_LEAST, 300);
        var complete = criterion(GateMetric.OUTCOME_COMPLETENESS, Direction.AT_LEAST, 0.9);

        assertThat(Reading.of(predictions, Figure.counted(GateMetric.PREDICTIONS, 2_926))
                        .sentence())
                .isEqualTo("2,926 is at least 300");
        assertThat(Reading.of(complete, figure(GateMetric.OUTCOME_COMPLETENESS, 0.8999, null, null))
                        .sentence())
                .isEqualTo("0.8999 is not at least 0.90, n = 412 predictions");
    }

    private static Figure figure(GateMetric metric, double value, @Nullable Double low, @Nullable Double high) {
        return new Figure(metric, null, null, value, low, high, 412L, 900L, 200L, Figure.Tier.FULL, null);
    }

    @Test
    void nanKeepsNoLimit() {
        assertThat(criterion(GateMetric.PPV, Direction.AT_LEAST, 0.1).keptBy(Double.NaN))
                .isFalse();
        assertThat(criterion(GateMetric.PPV, Direction.AT_MOST, 0.9).keptBy(Double.NaN))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(GateMetric.class)
    void everyMetricCanBePartOfAPolicy(GateMetric metric) {
        double limit = metric.unit() == GateMetric.Unit.COUNT ? 5 : metric == GateMetric.BRIER ? 0.2 : 0.5;

        assertThat(criterion(metric, Direction.AT_LEAST, limit).problems()).isEmpty();
        assertThat(criterion(metric, Direction.AT_MOST, limit).problems()).isEmpty();
        assertThat(metric.title()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "auroc", "sensitivity-by-age-band", "ppv2"})
    void acceptsPlainKeys(String key) {
        assertThat(new Criterion(key, GateMetric.AUROC, null, Direction.AT_LEAST, 0.7).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AUROC", "a--b", "-a", "a-", "a b", "ü"})
    void refusesOtherKeys(String key) {
        assertThat(new Criterion(key, GateMetric.AUROC, null, Direction.AT_LEAST, 0.7).problems())
                .singleElement()
                .asString()
                .startsWith("The key is made of");
    }

    @Test
    void refusesKeysOfMoreThanSixtyCharacters() {
        assertThat(new Criterion("k".repeat(60), GateMetric.AUROC, null, Direction.AT_LEAST, 0.7).problems())
                .isEmpty();
        assertThat(new Criterion("k".repeat(61), GateMetric.AUROC, null, Direction.AT_LEAST, 0.7).problems())
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "SENSITIVITY, NaN",
        "SENSITIVITY, -0.1",
        "SENSITIVITY, 1.1",
        "OBSERVED_EXPECTED, Infinity",
        "OBSERVED_EXPECTED, -1",
        "PREDICTIONS, 0.5",
        "PREDICTIONS, -1",
        "PREDICTIONS, Infinity"
    })
    void refusesLimitsThatNoFigureCouldHave(GateMetric metric, double limit) {
        assertThat(criterion(metric, Direction.AT_LEAST, limit).problems())
                .singleElement()
                .asString()
                .contains(" takes a limit ");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "REVIEWED_OUTPUTS, AT_LEAST, 0",
        "ACCEPTANCE_RATE, AT_LEAST, 0",
        "OVERRIDE_RATE, AT_MOST, 1",
        "OBSERVED_EXPECTED, AT_LEAST, 0"
    })
    void refusesLimitsThatEveryFigureKeeps(GateMetric metric, Direction direction, double limit) {
        assertThat(criterion(metric, direction, limit).problems())
                .singleElement()
                .asString()
                .endsWith("it asks for nothing.");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "UNANSWERED_SEVERE, AT_MOST, 1000000, 'Unanswered severe findings at most 1,000,000 asks for nothing in practice; ask for 10 or less.'",
        "OVERRIDE_RATE, AT_MOST, 0.99, Override rate at most 0.99 asks for nothing in practice; ask for 0.90 or less.",
        "AUROC, AT_LEAST, 0.01, AUROC at least 0.01 asks for nothing in practice; ask for 0.50 or more.",
        "BRIER, AT_MOST, 0.9, Brier score at most 0.90 asks for nothing in practice; ask for 0.25 or less.",
        "PREDICTIONS, AT_LEAST, 1, Predictions at least 1 asks for nothing in practice; ask for 5 or more."
    })
    @DisplayName("D7: a limit that asks for nothing in practice is refused")
    void refusesLimitsThatAskForNothingInPractice(
            GateMetric metric, Direction direction, double limit, String sentence) {
        assertThat(criterion(metric, direction, limit).problems()).containsExactly(sentence);
    }

    @ParameterizedTest
    @EnumSource(GateMetric.class)
    @DisplayName("D7: of every metric the farthest limit still asks for something, and one step beyond is refused")
    void drawsTheLineForEveryMetric(GateMetric metric) {
        var asking = AskingLimits.of(metric);
        double step = metric.unit() == GateMetric.Unit.COUNT ? 1 : 0.0001;

        assertThat(criterion(metric, Direction.AT_LEAST, asking.least()).problems())
                .isEmpty();
        assertThat(criterion(metric, Direction.AT_MOST, asking.most()).problems())
                .isEmpty();
        assertThat(criterion(metric, Direction.AT_LEAST, asking.least() - step).problems())
                .hasSize(1);
        assertThat(criterion(metric, Direction.AT_MOST, asking.most() + step).problems())
                .hasSize(1);
    }

    @Test
    void refusesABlankAttribute() {
        assertThat(new Criterion("key", GateMetric.AUROC, " ", Direction.AT_LEAST, 0.7).problems())
                .hasSize(1);
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThat(new Criterion("Not A Key", GateMetric.AUROC, "", Direction.AT_LEAST, 7).problems())
                .hasSize(3);
    }

    @Test
    void countsTheRoomThatIsLeft() {
        assertThat(GOOD_SENSITIVITY.margin(0.75)).isEqualTo(0.75 - 0.60);
        assertThat(NOTHING_SEVERE_OPEN.margin(2)).isEqualTo(-2);
    }
}
