package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.drift.store.DriftStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.testing.RealData;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;

class DriftServiceTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final Instant JANUARY = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2025-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-01T00:00:00Z");
    private final IntakeBench bench = new IntakeBench();
    private final Drift drift = new Drift();

    DriftServiceTest() {
        drift.catalog = bench.catalog;
        drift.history = DriftStores.history(bench.transactions.dataSource(), bench.catalog);
        drift.patients = DriftStores.patients(bench.transactions.dataSource());
    }

    @Test
    @DisplayName("C1: on the real file it names the column that goes missing, and not nearly every column")
    void namesWhatMovedInTheRealFile() throws IOException {
        try (var in = Files.newInputStream(RealData.file("readmission_v2.csv.gz"))) {
            bench.send(BodyFormat.CSV, in);
        }
        var july = Instant.parse("2024-07-01T00:00:00Z");

        var report = drift.of(OWNER, SEPSIS_2, new DriftQuestion(null, july, july, null, null));

        assertThat(finding(report, "medical_specialty").sustained()).isTrue();
        assertThat(finding(report, "medical_specialty").run()).isEqualTo(12);
        assertThat(finding(report, "medical_specialty").meaning())
                .startsWith("medical_specialty is missing in 68 % of rows, 49 % in the reference window;");
        assertThat(report.findings()).hasSize(16);
        assertThat(report.sustained()).isBetween(1L, 8L);
        assertThat(finding(report, "outcome").sustained()).isFalse();
        assertThat(finding(report, "weight_lb_mid").now().values().undecided()).startsWith("too few:");
    }

    @Test
    @DisplayName("C1: each period has its own values, and a column is there in all of them")
    void countsEachPeriod() {
        send(
                "p1,2025-01-01T00:00:00Z,north,0.1,0,4,Up",
                "p2,2025-01-31T23:59:59.999999Z,south,,,,Down",
                "p3,2025-02-01T00:00:00Z,north,0.3,1,5.50,");

        var months = drift.history
                .of(SEPSIS_2, List.of(new Period(JANUARY, FEBRUARY), new Period(FEBRUARY, MARCH)), null)
                .periods();

        assertThat(months.getFirst())
                .containsEntry(Column.SCORE, new NumericDistribution(new double[] {0.1}, new long[] {1}, 1))
                .containsEntry(Column.feature("days"), new NumericDistribution(new double[] {4}, new long[] {1}, 1))
                .containsEntry(Column.feature("insulin"), Sample.categories(0, Map.of("Up", 1L, "Down", 1L)));
        assertThat(months.getLast())
                .containsEntry(Column.feature("days"), new NumericDistribution(new double[] {5.5}, new long[] {1}, 0))
                .containsEntry(Column.feature("insulin"), Sample.categories(1, Map.of()));
        assertThat(drift.history
                        .of(SEPSIS_2, List.of(new Period(JANUARY, MARCH)), "south")
                        .periods()
                        .getFirst())
                .containsOnlyKeys(Column.feature("insulin"));
    }

    @Test
    @DisplayName("C1: without predictions there is nothing to tell, and after few ones a reason")
    void answersWithoutPredictions() {
        assertThat(drift.of(OWNER, SEPSIS_2, DriftQuestion.DEFAULT).findings()).isEmpty();

        send("p1,2025-01-01T00:00:00Z,north,0.1,0,4,Up");

        assertThat(finding(drift.of(OWNER, SEPSIS_2, DriftQuestion.DEFAULT), "days")
                        .meaning())
                .isEqualTo("days cannot be judged (too few: 0 values in the current window, at least 200 are"
                        + " needed).");
    }

    @Test
    void refusesWindowsThatCannotBe() {
        send("p1,2025-01-01T00:00:00Z,north,0.1,0,4,Up");

        var refusal = catchThrowableOfType(
                GovernanceException.class,
                () -> drift.of(OWNER, SEPSIS_2, new DriftQuestion(MARCH, JANUARY, MARCH, JANUARY, null)));

        assertThat(refusal.fields())
                .containsExactly(
                        new FieldProblem("referenceTo", "must be after referenceFrom"),
                        new FieldProblem("to", "must be after from"));
        assertThatThrownBy(() -> drift.of(
                        OWNER,
                        SEPSIS_2,
                        new DriftQuestion(null, null, Instant.parse("1900-01-01T00:00:00Z"), null, null)))
                .isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("G1: who is limited to a site sees that site's drift only, and a clinician none")
    void keepsToTheLimitsOfTheRole() {
        send("p1,2025-01-01T00:00:00Z,north,0.1,0,4,Up");
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);
        var ofNorth = new DriftQuestion(null, null, null, null, "north");

        assertThat(drift.of(north, SEPSIS_2, ofNorth).findings()).isNotEmpty();
        assertThatThrownBy(() -> drift.of(north, SEPSIS_2, DriftQuestion.DEFAULT))
                .hasMessage("nina may not do this here");
        assertThatThrownBy(() -> drift.of(Actors.person("clara", Role.CLINICIAN), SEPSIS_2, ofNorth))
                .isInstanceOf(GovernanceException.class);
    }

    private static DriftFinding finding(DriftReport report, String name) {
        return report.findings().stream()
                .filter(each -> each.column().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void send(String... lines) {
        var header = "prediction_id,occurred_at,site,score,outcome,feature.days,feature.insulin";
        bench.send(
                BodyFormat.CSV,
                String.join(
                                "\n",
                                Stream.concat(Stream.of(header), Stream.of(lines))
                                        .toList()) + "\n");
    }
}
