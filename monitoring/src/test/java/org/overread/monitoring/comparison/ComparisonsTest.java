package org.overread.monitoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.comparison.PairedCases.Match;
import org.overread.monitoring.comparison.store.ComparisonStores;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;

class ComparisonsTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);
    private static final String HEADER = "prediction_id,occurred_at,patient_ref,score,outcome\n";

    private final IntakeBench bench = new IntakeBench();
    private final SameCases cases = ComparisonStores.sameCases(bench.transactions.dataSource());

    @Test
    @DisplayName("C10: finds the same cases by prediction id, and takes the outcome that either was told")
    void findsCasesByPredictionId() {
        send(SEPSIS_1, HEADER + """
            p1,2025-01-01T00:00:00Z,a,0.1,0
            p2,2025-01-02T00:00:00Z,b,0.2,
            p3,2025-01-03T00:00:00Z,c,0.3,1
            p4,2025-01-04T00:00:00Z,d,0.4,
            """);
        send(SEPSIS_2, HEADER + """
            p1,2025-01-01T00:00:09Z,a,0.5,0
            p2,2025-01-02T00:00:09Z,b,0.6,1
            p3,2025-01-03T00:00:09Z,c,0.7,0
            p4,2025-01-04T00:00:09Z,d,0.8,
            p5,2025-01-04T00:00:09Z,e,0.9,1
            """);

        var same = cases.of(SEPSIS_2, SEPSIS_1, Window.ALL);

        assertThat(same.match()).isEqualTo(Match.PREDICTION_ID);
        assertThat(same.all()).isEqualTo(4);
        assertThat(same.contradicting()).isEqualTo(1);
        assertThat(same.scores()).containsExactlyInAnyOrder(0.5, 0.6);
        assertThat(same.outcomes()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    @DisplayName("C10: where the ids differ, finds the same cases by patient and time, if only one can be meant")
    void findsCasesByPatientAndTime() {
        send(SEPSIS_1, HEADER + """
            v1-1,2025-01-01T00:00:00Z,a,0.1,0
            v1-2,2025-01-02T00:00:00Z,b,0.2,1
            v1-3,2025-01-02T00:00:00Z,b,0.3,1
            """);
        send(SEPSIS_2, HEADER + """
            v2-1,2025-01-01T00:00:00Z,a,0.5,0
            v2-2,2025-01-02T00:00:00Z,b,0.6,1
            """);

        var same = cases.of(SEPSIS_2, SEPSIS_1, Window.ALL);

        assertThat(same.match()).isEqualTo(Match.PATIENT_AND_TIME);
        assertThat(same.scores()).containsExactly(0.5);
        assertThat(same.others()).containsExactly(0.1);
    }

    @Test
    @DisplayName("C10: says in one sentence that a version is better, and of nobody's few patients anything")
    void tellsWhichIsBetterAndHidesFewPatients() {
        var many = random(2_000);
        var few = random(12);

        var comparison = PairedComparison.of(many, 0.5, 0.5);

        assertThat(Verdict.of(2, 1, comparison))
                .matches("v2 is better than v1: AUROC differs by 0\\.\\d{4} \\(0\\.\\d{4} to 0\\.\\d{4}\\),"
                        + " p < 0\\.001, on 2,000 same cases\\.");
        assertThat(PairedComparison.of(few, 0.5, 0.5).cases()).isNull();
        assertThat(PairedComparison.of(few, 0.5, 0.5).lines())
                .allSatisfy(line -> assertThat(line.difference().value()).isNull());
        assertThat(PairedComparison.of(many, 0.5, 0.5)).isEqualTo(comparison);
    }

    @Test
    void saysThatThereAreNoCases() {
        var none = PairedComparison.of(cases.of(SEPSIS_2, SEPSIS_1, Window.ALL), 0.5, 0.5);

        assertThat(none.cases()).isZero();
        assertThat(Verdict.of(2, 1, none))
                .isEqualTo("Whether v2 is better than v1 cannot be told: the same cases have no events.");
        assertThat(none.lines())
                .allSatisfy(line -> assertThat(line.difference().reason()).isNotBlank());
    }

    @Test
    @DisplayName("G1: only to those who may read figures")
    void isForThoseWhoMayReadFigures() {
        var comparisons = new Comparisons();
        comparisons.catalog = bench.catalog;
        comparisons.sameCases = cases;

        assertThatThrownBy(() -> comparisons.of(Actors.person("clara", Role.CLINICIAN), SEPSIS_2, 1, Window.ALL))
                .isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> comparisons.of(OWNER, SEPSIS_2, 2, Window.ALL))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refusal -> assertThat(refusal.fields())
                                .anySatisfy(
                                        problem -> assertThat(problem.reason()).isEqualTo("must be another version")));
    }

    private void send(ModelVersionId version, String csv) {
        bench.predictions.accept(
                IntakeBench.MACHINE,
                version,
                new IntakeBody(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), BodyFormat.CSV),
                IntakeProgress.SILENT);
    }

    private static PairedCases random(int size) {
        var random = new SplittableRandom(3);
        var cases = new PairedCases.Builder(Match.PREDICTION_ID);
        for (var row = 0; row < size; row++) {
            var risk = random.nextDouble();
            var outcome = random.nextDouble() < risk ? 1 : 0;
            cases.add(risk, (risk + random.nextDouble()) / 2, outcome, outcome, row);
        }
        return cases.build();
    }
}
