package org.overread.monitoring.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;
import org.overread.monitoring.testing.RealData;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;

class PerformanceTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final String HEADER =
            "prediction_id,occurred_at,patient_ref,site,score,outcome,subgroup.sex,subgroup.ward\n";
    private final IntakeBench bench = new IntakeBench();
    private final PerformanceBench figures = new PerformanceBench(bench);
    private final Performance performance = figures.performance;

    @Test
    @DisplayName("C2: the stored real file has the figures that scikit-learn and pROC give for it")
    void agreesWithTheReferencesOnTheRealFile() throws IOException {
        try (var in = Files.newInputStream(RealData.file("readmission_v2.csv.gz"))) {
            bench.send(BodyFormat.CSV, in);
        }

        var evaluation = ask(new PerformanceQuestion(null, null, List.of("sex", "race"), true, 0.163, null));

        // sklearn.metrics.roc_auc_score(y, s); pROC::ci.auc(method="delong"); proportion_confint(3139, 6723,
        // method="wilson")
        var overall = evaluation.overall();
        assertThat(overall.n()).isEqualTo(59_606);
        assertThat(overall.events()).isEqualTo(6_723);
        assertThat(overall.get(Metric.AUROC).value()).isCloseTo(0.6471542711, within(1e-9));
        assertThat(overall.get(Metric.AUROC).low()).isCloseTo(0.6402285247, within(1e-9));
        assertThat(overall.get(Metric.SENSITIVITY).value()).isCloseTo(3_139 / 6_723.0, within(1e-12));
        assertThat(overall.get(Metric.SENSITIVITY).high()).isCloseTo(0.4788458427, within(1e-9));
        assertThat(evaluation.subgroups()).extracting(GroupFigures::attribute).contains("sex", "race", "race × sex");
    }

    @Test
    void asksOnlyForTheWindowAndTheSite() {
        bench.send(BodyFormat.CSV, HEADER + """
                p1,2025-01-01T00:00:00Z,a,north,0.1,0,F,1
                p2,2025-02-01T00:00:00Z,b,north,0.2,0,F,1
                p3,2025-03-01T00:00:00Z,c,nor'th,0.3,,F,1
                p4,2025-02-15T00:00:00Z,d,,,0,F,1
                p5,2025-02-15T00:00:00Z,,,0.4,0,F,1
                """);
        var february = Instant.parse("2025-02-01T00:00:00Z");
        var march = Instant.parse("2025-03-01T00:00:00Z");
        var cohorts = figures.cohorts;

        assertThat(cohorts.of(SEPSIS_2, Window.ALL).scores()).containsExactly(0.1, 0.2, 0.3, 0.4);
        assertThat(cohorts.of(SEPSIS_2, Window.ALL).outcomes()).containsExactly(0, 0, -1, 0);
        assertThat(cohorts.of(SEPSIS_2, new Window(february, march, null)).scores())
                .containsExactly(0.2, 0.4);
        assertThat(cohorts.of(SEPSIS_2, new Window(null, null, "nor'th")).scores())
                .containsExactly(0.3);
        assertThat(cohorts.of(new ModelVersionId("sepsis", 1), Window.ALL).size())
                .isZero();
    }

    @Test
    @DisplayName("C3: few patients are hidden, also when they had many predictions")
    void hidesFewPatients() {
        var body = new StringBuilder(HEADER);
        for (int i = 0; i < 400; i++) {
            body.append("m%d,2025-01-01T00:00:00Z,m%d,,0.%d,%d,M,1%n".formatted(i, i, i % 10, i % 2));
            body.append("f%d,2025-01-01T00:00:00Z,f%d,,0.%d,%d,F,1%n".formatted(i, i % 10, i % 10, i % 2));
        }
        bench.send(BodyFormat.CSV, body.toString());

        var evaluation = ask(PerformanceQuestion.by(List.of("sex"), false));

        assertThat(evaluation.threshold()).isEqualTo(0.15);
        assertThat(evaluation.subgroups())
                .filteredOn(group -> group.value().equals("F"))
                .singleElement()
                .returns(Tier.SUPPRESSED, GroupFigures::tier)
                .returns(null, GroupFigures::n);
    }

    @Test
    void answersAnewAfterEveryBatch() {
        assertThat(ask(PerformanceQuestion.by(List.of(), false)).rows()).isZero();
        hundred("a");
        assertThat(ask(PerformanceQuestion.by(List.of(), false)).rows()).isEqualTo(100);
        assertThat(ask(PerformanceQuestion.by(List.of(), false)).rows()).isEqualTo(100);
        hundred("b");
        assertThat(ask(PerformanceQuestion.by(List.of(), false)).rows()).isEqualTo(200);
    }

    @Test
    void knowsTheDeclaredAttributesAndThoseThatOccur() {
        hundred("a");

        assertThat(performance.attributes(OWNER, SEPSIS_2)).containsExactly("sex", "race", "ward");
    }

    @Test
    void refusesAQuestionWithEveryReasonAtOnce() {
        var question = new PerformanceQuestion(
                Instant.parse("2025-02-01T00:00:00Z"),
                Instant.parse("2025-01-01T00:00:00Z"),
                List.of("sex", "sex", "income"),
                true,
                1.5,
                null);

        var refusal = catchThrowableOfType(GovernanceException.class, () -> ask(question));

        assertThat(refusal.fields())
                .containsExactly(
                        new FieldProblem("threshold", "must be from 0 to 1"),
                        new FieldProblem("to", "must be after from"),
                        new FieldProblem("by", "names an attribute twice"),
                        new FieldProblem(
                                "by", "names an attribute these predictions do not have; they have [sex, race]"));
    }

    @Test
    @DisplayName("G1: who is limited to a site sees that site's figures only, and nobody else's sees any")
    void keepsToTheLimitsOfTheRole() {
        hundred("a");
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);
        var clinician = Actors.person("clara", Role.CLINICIAN);

        assertThat(ask(north, "north").rows()).isEqualTo(100);
        assertThatThrownBy(() -> ask(north, null)).hasMessage("nina may not do this here");
        assertThatThrownBy(() -> ask(north, "south")).hasMessage("nina may not do this here");
        assertThatThrownBy(() -> ask(clinician, null))
                .isInstanceOfSatisfying(
                        GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
    }

    private Evaluation ask(PerformanceQuestion question) {
        return performance.of(OWNER, SEPSIS_2, question);
    }

    private Evaluation ask(Actor actor, @Nullable String site) {
        return performance.of(actor, SEPSIS_2, new PerformanceQuestion(null, null, List.of(), false, null, site));
    }

    private void hundred(String prefix) {
        var body = new StringBuilder(HEADER);
        for (int i = 0; i < 100; i++) {
            body.append("%s%d,2025-01-01T00:00:00Z,%s%d,north,0.%d,%d,M,1%n"
                    .formatted(prefix, i, prefix, i, i % 10, i % 2));
        }
        bench.send(BodyFormat.CSV, body.toString());
    }
}
