package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.overread.monitoring.subgroup.TestCohort.aCohort;
import static org.overread.monitoring.subgroup.TestCohort.group;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Confusion;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;

class EvaluationTest {
    @Test
    void countsPredictionsButComputesOverLabelledOnes() {
        var evaluation = aCohort()
                .with("sex=Female", 60, 40, 60, 140)
                .withUnlabelled("sex=Female", 500)
                .by("sex");

        assertThat(evaluation.rows()).isEqualTo(800);
        assertThat(evaluation.labelled()).isEqualTo(300);
        assertThat(evaluation.positives()).isEqualTo(120);
        assertThat(evaluation.overall().n()).isEqualTo(800);
        assertThat(evaluation.overall().events()).isEqualTo(120);
        assertThat(evaluation.overall().figures().confusion()).isEqualTo(new Confusion(60, 40, 60, 140));
        assertThat(evaluation.overall().get(Metric.FLAG_RATE).value()).isEqualTo(100.0 / 300);
    }

    @Test
    @DisplayName("C3: subgroups and pairs of subgroups")
    void splitsByEachAttributeAndByPairsInAlphabeticalOrder() {
        var evaluation = aCohort()
                .withMany("sex=Male race=Black", 100)
                .withMany("sex=Female race=Asian", 100)
                .withMany("sex=Female race=Black", 200)
                .byPairs("sex", "race");

        assertThat(evaluation.subgroups())
                .extracting(GroupFigures::attribute, GroupFigures::value, GroupFigures::n)
                .containsExactly(
                        tuple("sex", "Female", 1200L),
                        tuple("sex", "Male", 400L),
                        tuple("race", "Asian", 400L),
                        tuple("race", "Black", 1200L),
                        tuple("race × sex", "Asian × Female", 400L),
                        tuple("race × sex", "Black × Female", 800L),
                        tuple("race × sex", "Black × Male", 400L));
    }

    @Test
    void aMissingAttributeIsAGroupOfItsOwnAndComesLast() {
        var evaluation = aCohort()
                .withMany("race=Asian", 100)
                .withMany("sex=Female", 100)
                .by("race");

        assertThat(evaluation.subgroups()).extracting(GroupFigures::value).containsExactly("Asian", "(missing)");
    }

    @Test
    void saysHowMuchMayBeReadIntoAGroup() {
        var evaluation = aCohort()
                .with("unit=A", 50, 50, 50, 50)
                .with("unit=B", 50, 50, 49, 50)
                .with("unit=C", 20, 50, 0, 50)
                .with("unit=D", 19, 50, 0, 50)
                .by("unit");

        assertThat(evaluation.subgroups())
                .extracting(GroupFigures::tier)
                .containsExactly(Tier.FULL, Tier.LOW_PRECISION, Tier.LOW_PRECISION, Tier.INSUFFICIENT);
        assertThat(group(evaluation, "D").n()).isEqualTo(119);
        assertThat(group(evaluation, "D").events()).isEqualTo(19);
        assertThat(group(evaluation, "D").figures().estimates().values())
                .containsOnly(Estimate.undefined("fewer than 20 events or non-events: too few for an estimate"));
    }

    @Test
    void givesTheWholeItsEstimatesWhateverItsTier() {
        var evaluation = aCohort().with("", 12, 11, 0, 30).by();

        assertThat(evaluation.overall().tier()).isEqualTo(Tier.INSUFFICIENT);
        assertThat(evaluation.overall().get(Metric.SENSITIVITY).value()).isEqualTo(1);
    }

    @Test
    void ofNothingHasReasonsOnly() {
        var evaluation = Evaluation.of(Cohort.builder().build(), new Question(.5, List.of("sex"), true));

        assertThat(evaluation.rows()).isZero();
        assertThat(evaluation.subgroups()).isEmpty();
        assertThat(evaluation.overall().figures().estimates().values()).noneMatch(Estimate::defined);
        assertThat(SmallCells.applyTo(evaluation)).isEqualTo(evaluation);
    }

    @Test
    void refusesAQuestionThatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Question(Double.NaN, List.of(), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question(1.1, List.of(), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question(.5, List.of("sex", "sex"), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question(.5, List.of(), false, 0));
    }
}
