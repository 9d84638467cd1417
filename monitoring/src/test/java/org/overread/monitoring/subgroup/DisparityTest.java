package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.overread.monitoring.subgroup.TestCohort.aCohort;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Confusion;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.Proportion;

class DisparityTest {
    @Test
    void comparesWithTheLargestFullGroup() {
        var evaluation = aCohort()
                .with("race=A", 60, 100, 40, 200)
                .with("race=B", 90, 100, 60, 300)
                .with("race=C", 20, 900, 19, 2000)
                .by("race");

        var sensitivity = evaluation.disparities().stream()
                .filter(disparity -> disparity.metric() == Metric.SENSITIVITY)
                .toList();

        assertThat(sensitivity).extracting(Disparity::reference).containsOnly("B");
        assertThat(sensitivity).extracting(Disparity::value).containsExactly("A", "C");
        var expected = new Proportion(60, 100).against(new Proportion(90, 150));
        assertThat(sensitivity.getFirst())
                .isEqualTo(new Disparity(
                        "race",
                        Metric.SENSITIVITY,
                        "B",
                        "A",
                        expected.difference(),
                        expected.ratio(),
                        expected.pValue(),
                        false));
    }

    @Test
    void flagsWhatDiffersAfterCorrectingForTheNumberOfGroups() {
        // R: p.adjust(c(prop.test(c(130,100),c(200,200),correct=FALSE)$p.value,
        //               prop.test(c(120,100),c(200,200),correct=FALSE)$p.value), "BH") = 0.0048 0.0444
        var both = aCohort()
                .with("race=A", 100, 100, 100, 400)
                .with("race=B", 130, 100, 70, 300)
                .with("race=C", 120, 100, 80, 300)
                .by("race");
        // with a third group that does not differ: prop.test(c(101,100),…) "BH" = 0.0072 0.0666 0.9203
        var diluted = aCohort()
                .with("race=A", 100, 100, 100, 400)
                .with("race=B", 130, 100, 70, 300)
                .with("race=C", 120, 100, 80, 300)
                .with("race=D", 101, 100, 99, 300)
                .by("race");

        assertThat(flagged(both)).containsExactly("B", "C");
        assertThat(flagged(diluted)).containsExactly("B");
    }

    @Test
    void givesNoVerdictOnImpreciseGroups() {
        var evaluation = aCohort()
                .with("race=A", 100, 100, 100, 400)
                .with("race=B", 99, 100, 0, 300)
                .by("race");

        assertThat(evaluation.disparities())
                .extracting(Disparity::metric, Disparity::flagged)
                .contains(tuple(Metric.SENSITIVITY, false));
    }

    @Test
    void hasNoReferenceWithoutAFullGroup() {
        var evaluation = aCohort()
                .with("race=A", 50, 100, 40, 400)
                .with("race=B", 50, 100, 40, 300)
                .by("race");

        assertThat(evaluation.disparities()).isEmpty();
    }

    @Test
    void comparesAreasAndAllProportions() {
        var evaluation = aCohort().withMany("sex=F", 100).withMany("sex=M", 200).by("sex");

        assertThat(evaluation.disparities())
                .extracting(Disparity::metric)
                .containsExactly(
                        Metric.AUROC,
                        Metric.SENSITIVITY,
                        Metric.SPECIFICITY,
                        Metric.PPV,
                        Metric.NPV,
                        Metric.FLAG_RATE,
                        Metric.PREVALENCE);
        assertThat(evaluation.overall().figures().confusion()).isEqualTo(new Confusion(450, 150, 150, 450));
    }

    private static List<String> flagged(Evaluation evaluation) {
        return evaluation.disparities().stream()
                .filter(disparity -> disparity.metric() == Metric.SENSITIVITY && disparity.flagged())
                .map(Disparity::value)
                .toList();
    }
}
