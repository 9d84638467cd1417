package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.overread.monitoring.subgroup.TestCohort.group;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Confusion;
import org.overread.monitoring.metric.Metric;

/** The figures of 59,606 real predictions, against R and Python on the same file. */
class ReadmissionFileTest {
    private static final double EXACT = 1e-9;
    private static final double FITTED = 1e-6;
    private static final Question QUESTION = new Question(.163, List.of("age_band", "sex", "race"), true);

    @Test
    @DisplayName("C2: AUROC with DeLong equals pROC on the real file")
    void overallFiguresAgree() {
        var overall = Evaluation.of(RealPredictions.cohort("readmission_v2.csv.gz"), QUESTION)
                .overall();

        assertThat(overall.n()).isEqualTo(59_606);
        assertThat(overall.events()).isEqualTo(6_723);
        assertThat(overall.figures().confusion()).isEqualTo(new Confusion(3_139, 14_236, 3_584, 38_647));
        // pROC::ci.auc(pROC::roc(d$outcome, d$score, direction="<"), method="delong")
        near(overall, Metric.AUROC, EXACT, 0.64715427110331303, 0.64022852471890090, 0.65408001748772515);
        // sklearn: average_precision_score, f1_score(y, s>=.163), brier_score_loss
        near(overall, Metric.AUPRC, EXACT, 0.1928556375269357);
        near(overall, Metric.F1, EXACT, 0.2605195451904722);
        near(overall, Metric.BRIER, EXACT, 0.0978118113993176);
        // proportion_confint(3139, 6723, method="wilson"); the others as mean over numpy masks
        near(overall, Metric.SENSITIVITY, EXACT, 0.46690465565967576, 0.4550012678, 0.4788458427);
        near(overall, Metric.SPECIFICITY, EXACT, 0.730801959041658);
        near(overall, Metric.PPV, EXACT, 0.1806618705035971);
        near(overall, Metric.NPV, EXACT, 0.9151334327863417);
        near(overall, Metric.FLAG_RATE, EXACT, 0.2914975002516525);
    }

    @Test
    void calibrationAgrees() {
        var overall = Evaluation.of(RealPredictions.cohort("readmission_v2.csv.gz"), QUESTION)
                .overall();

        // numpy: np.minimum((s*10).astype(int),9) and np.array_split(np.argsort(s,kind="stable"),10)
        near(overall, Metric.ECE_EQUAL_WIDTH, EXACT, 0.022260280961648154);
        near(overall, Metric.ECE_EQUAL_MASS, EXACT, 0.021925095275643396);
        // sm.Logit(y, sm.add_constant(np.log(s/(1-s)))).fit(tol=1e-14).params, .conf_int()
        near(overall, Metric.CALIBRATION_INTERCEPT, FITTED, -0.4162187659278462, -0.4955714084723, -0.33686612338339);
        near(overall, Metric.CALIBRATION_SLOPE, FITTED, 0.8820064497765112, 0.8391207745554596, 0.9248921249975628);
        // sm.GLM(y, np.ones((n,1)), family=sm.families.Binomial(), offset=np.log(s/(1-s))).fit(tol=1e-14)
        near(overall, Metric.CALIBRATION_IN_THE_LARGE, FITTED, -0.21144147733, -0.2373273310338, -0.1855556236265541);
        // O/E*np.exp([0, -z*se, z*se]) with se=np.sqrt((1-O/n)/O)
        near(overall, Metric.OBSERVED_EXPECTED, EXACT, 0.8372492107615145, 0.818608848322828, 0.856314028802602);
    }

    @Test
    @DisplayName("C3: subgroups and pairs agree on the real file")
    void subgroupFiguresAgree() {
        var evaluation = Evaluation.of(RealPredictions.cohort("readmission_v2.csv.gz"), QUESTION);

        var black = group(evaluation, "AfricanAmerican");
        assertThat(black.n()).isEqualTo(10_056);
        // the same calls on d[d$subgroup.race=="AfricanAmerican",]
        near(black, Metric.AUROC, EXACT, 0.64785406969487125, 0.63075794118468720, 0.66495019820505530);
        near(black, Metric.AUPRC, EXACT, 0.19151524231264472);
        near(black, Metric.ECE_EQUAL_MASS, EXACT, 0.02630327426412092);
        near(black, Metric.CALIBRATION_SLOPE, FITTED, 0.8688168685846871, 0.766589179950913, 0.9710445572184612);
        var pair = group(evaluation, "AfricanAmerican × Female");
        assertThat(pair.events()).isEqualTo(665);
        near(pair, Metric.AUROC, EXACT, 0.6498139985274596);
        near(pair, Metric.ECE_EQUAL_MASS, EXACT, 0.025595973477406685);
    }

    @Test
    void disparitiesAgree() {
        var disparities = Evaluation.of(RealPredictions.cohort("readmission_v2.csv.gz"), QUESTION)
                .disparities();

        // R: se<-sqrt(var(ra)+var(rc)); D<-auc(ra)-auc(rc); D-qnorm(.975)*se; D+qnorm(.975)*se; 2*pnorm(-abs(D/se))
        var area = disparity(disparities, Metric.AUROC);
        assertThat(area.reference()).isEqualTo("Caucasian");
        assertThat(area.difference().value()).isCloseTo(0.0037953347985266728, within(EXACT));
        assertThat(area.difference().low()).isCloseTo(-0.0150086287670279268, within(EXACT));
        assertThat(area.difference().high()).isCloseTo(0.0225992983640812724, within(EXACT));
        assertThat(area.pValue()).isCloseTo(0.6924051781027207308, within(EXACT));
        // confint_proportions_2indep(481, 1082, 2505, 5314, compare="diff", method="newcomb"), compare="ratio", "log"
        var sensitivity = disparity(disparities, Metric.SENSITIVITY);
        assertThat(sensitivity.difference().low()).isCloseTo(-0.05913851626699768, within(EXACT));
        assertThat(sensitivity.difference().high()).isCloseTo(0.005780354599934125, within(EXACT));
        assertThat(sensitivity.ratio().low()).isCloseTo(0.8771501195154146, within(EXACT));
        assertThat(sensitivity.ratio().high()).isCloseTo(1.0138865085042599, within(EXACT));
    }

    @Test
    void twoPatientsOfUnknownSexAreShownTogetherWithMenOnly() {
        var shown = SmallCells.applyTo(Evaluation.of(RealPredictions.cohort("readmission_v2.csv.gz"), QUESTION));

        assertThat(shown.subgroups().stream().filter(group -> group.attribute().equals("sex")))
                .extracting(GroupFigures::value, GroupFigures::n)
                .containsExactly(
                        tuple("Female", 32_021L),
                        tuple("Male", null),
                        tuple("(missing)", null),
                        tuple("Male or (missing)", 27_585L));
    }

    private static Disparity disparity(List<Disparity> disparities, Metric metric) {
        return disparities.stream()
                .filter(disparity -> disparity.value().equals("AfricanAmerican") && disparity.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static void near(GroupFigures group, Metric metric, double tolerance, double value, double... bounds) {
        assertThat(group.get(metric).value()).as(metric.label()).isCloseTo(value, within(tolerance));
        if (bounds.length == 2) {
            assertThat(group.get(metric).low()).isCloseTo(bounds[0], within(tolerance));
            assertThat(group.get(metric).high()).isCloseTo(bounds[1], within(tolerance));
        }
    }
}
