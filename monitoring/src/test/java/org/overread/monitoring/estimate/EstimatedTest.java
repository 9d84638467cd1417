package org.overread.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.SmallCells;

class EstimatedTest {
    private final Cohort.Builder reference = Cohort.builder();
    private final Cohort.Builder current = Cohort.builder();

    @Test
    @DisplayName("C4: an estimate is never told without how many outcomes are known and what it assumes")
    void saysHowManyOutcomesAreKnown() {
        whole(reference, 200);
        for (var i = 0; i < 100; i++) {
            add(current, i % 10 / 10.0, i < 62 ? i % 2 : null, i);
        }

        assertThat(estimated().sentence())
                .matches("Outcomes are known for 62 % of predictions; estimated AUROC 0\\.\\d\\d"
                        + " \\(assumes that a score still means what it meant in the reference window\\)\\.");
    }

    @Test
    @DisplayName("C4: it says so when outcomes are known more often for flagged than for other patients")
    void warnsOfVerificationBias() {
        whole(reference, 200);
        for (var i = 0; i < 200; i++) {
            var flagged = i < 100;
            add(current, flagged ? 0.8 : 0.2, i % 100 < (flagged ? 80 : 40) ? i % 2 : null, i);
        }

        var completeness = estimated().completeness();

        assertThat(completeness.flagged()).isEqualTo(new Proportion(80, 100));
        assertThat(completeness.unflagged()).isEqualTo(new Proportion(40, 100));
        // statsmodels.stats.proportion.proportions_ztest([80, 40], [100, 100]) -> z = 5.7735026919, p = 7.76e-09
        assertThat(completeness.flaggedAgainstUnflagged().pValue()).isCloseTo(7.7642e-9, within(1e-12));
        assertThat(completeness.warning())
                .isEqualTo("Outcomes are known for 80 % of the flagged but 40 % of the other predictions: figures from"
                        + " known outcomes are likely to show a higher sensitivity and a lower specificity than is"
                        + " true.");
    }

    @Test
    void warnsOfNothingWhereTheDifferenceIsSmall() {
        whole(reference, 200);
        for (var i = 0; i < 20_000; i++) {
            var flagged = i % 2 == 0;
            add(current, flagged ? 0.8 : 0.2, i / 2 % 100 < (flagged ? 52 : 48) ? 1 : null, i);
        }

        var completeness = estimated().completeness();

        assertThat(completeness.flaggedAgainstUnflagged().pValue()).isLessThan(0.001);
        assertThat(completeness.biased()).isFalse();
        assertThat(completeness.warning()).isEmpty();
    }

    @Test
    @DisplayName("C3: few flagged patients hide what would tell of them, few patients hide everything")
    void hidesFewPatients() {
        whole(reference, 200);
        for (var i = 0; i < 100; i++) {
            add(current, i < 10 ? 0.8 : 0.2, 1, i);
        }

        var estimated = estimated();

        assertThat(estimated.figures().get(Metric.PPV)).isEqualTo(Estimate.undefined(SmallCells.REASON));
        assertThat(estimated.figures().get(Metric.AUROC).defined()).isTrue();
        assertThat(estimated.completeness().known()).isEqualTo(new Proportion(100, 100));
        assertThat(estimated.completeness().flagged()).isNull();
        assertThat(Estimated.of(reference.build(), ofFewPatients(), 0.5).sentence())
                .isEqualTo("There are too few patients to estimate anything.");
    }

    @Test
    void saysShortlyWhenThereIsNothing() {
        whole(reference, 200);

        assertThat(estimated().sentence()).isEqualTo("There are no predictions in this window yet.");
    }

    @Test
    void neverRoundsToAllOrNone() {
        assertThat(OutcomeCompleteness.percent(new Proportion(9_999, 10_000))).isEqualTo("99.9 %");
        assertThat(OutcomeCompleteness.percent(new Proportion(1, 10_000))).isEqualTo("0.1 %");
        assertThat(OutcomeCompleteness.percent(new Proportion(5, 5))).isEqualTo("100 %");
        assertThat(OutcomeCompleteness.percent(new Proportion(0, 5))).isEqualTo("0 %");
    }

    private Estimated estimated() {
        return Estimated.of(reference.build(), current.build(), 0.5);
    }

    private static Cohort ofFewPatients() {
        var few = Cohort.builder();
        for (var i = 0; i < 400; i++) {
            add(few, i % 10 / 10.0, i % 2, i % 10);
        }
        return few.build();
    }

    private static void whole(Cohort.Builder cohort, int size) {
        for (var i = 0; i < size; i++) {
            add(cohort, i % 10 / 10.0, i % 10 + i / 10 % 10 >= 10 ? 1 : 0, i);
        }
    }

    private static void add(
            Cohort.Builder cohort, double score, @org.jspecify.annotations.Nullable Integer outcome, int patient) {
        cohort.add(score, outcome, "p" + patient, Map.of());
    }
}
