package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.prediction.IntakeBench.MACHINE;
import static org.overread.monitoring.prediction.IntakeBench.NOW;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.plan.store.PlanStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.monitoring.testing.RealData;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.monitoring.truth.Fact.Weight;
import org.overread.registry.ModelVersionId;
import org.overread.registry.testing.StoreTest;

class TruthsTest extends StoreTest {
    private static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);

    private final IntakeBench bench = new IntakeBench(database().application());
    private Instant now = NOW;
    private final Truths truths = TruthServices.truths(
            bench.catalog,
            PlanStores.book(entities()),
            TestTransactions.plain(database().application()),
            entities(),
            () -> now);

    TruthsTest() {
        super("monitoring");
    }

    @Test
    @DisplayName("C11: on the real files it says unasked, without a plan, what a statistician would, the worst first")
    void saysOfTheRealFilesWhatAStatisticianWould() throws IOException {
        try (var older = Files.newInputStream(RealData.file("readmission_v1.csv.gz"));
                var newer = Files.newInputStream(RealData.file("readmission_v2.csv.gz"))) {
            send(SEPSIS_1, older);
            send(SEPSIS_2, newer);
        }
        drawAll();

        // pandas: o.sum()/p.sum() 0.837, before July 2024 0.926, since 0.796; sklearn roc_auc_score 0.647
        // pROC roc.test(paired, delong): -0.0014 (-0.0043 to 0.0015), p = 0.35
        assertThat(truths.of(SEPSIS_2).orElseThrow().facts())
                .extracting(Fact::sentence)
                .containsExactly(
                        "Calibration is off: of 100 events that the scores promise, 84 come (observed/expected 0.84"
                                + " (0.82–0.86); 0.93 in the reference window, 0.80 since); discrimination holds (AUROC"
                                + " 0.65 (0.64–0.65)).",
                        "medical_specialty goes missing more and more: 49 % in the reference window, 67 % (67–68 %) in"
                                + " the latest 3 months.",
                        "Version 2 is not better than version 1 on the same 59,606 cases: AUROC differs by −0.0014"
                                + " (−0.0043 to 0.0015), p 0.35.",
                        "7 of 16 columns have shifted since the reference window, none of them far.");
        assertThat(truths.of(SEPSIS_1).orElseThrow().sentence())
                .startsWith("Calibration is off: of 100 events that the scores promise, 80 come")
                .doesNotContain("Version 1 is");
        assertThat(truths.of(SEPSIS_2).orElseThrow().concerning()).isEqualTo(2);
    }

    @Test
    @DisplayName("C8: of a stationary history it says that all holds, and nothing that alarms")
    void isCalmWhereNothingHappens() {
        send(SEPSIS_2, stationary(40));
        drawAll();

        var truth = truths.of(SEPSIS_2).orElseThrow();

        assertThat(truth.facts()).hasSize(1);
        assertThat(truth.facts().getFirst().weight()).isEqualTo(Weight.CALM);
        assertThat(truth.sentence()).startsWith("Discrimination and calibration hold: AUROC 0.");
    }

    @Test
    @DisplayName("C3: a site where it serves patients worse is named, unasked, as a group of patients would be")
    void namesTheSiteThatIsServedWorse() {
        var random = new SplittableRandom(11);
        send(SEPSIS_2, twoSites((site, risk) -> site.equals("south") ? random.nextDouble() : risk));
        send(SEPSIS_1, twoSites((site, risk) -> site.equals("south") ? risk / 2 : risk));
        drawAll();

        assertThat(groups(SEPSIS_2)).first().asString().startsWith("In site south it ranks patients worse than it did");
        assertThat(groups(SEPSIS_1))
                .singleElement()
                .asString()
                .startsWith("In site south, of 100 events that the scores promise, 2");
    }

    @Test
    @DisplayName("C8: of two sites where nothing happens, neither is named")
    void namesNoSiteWhereNothingHappens() {
        send(SEPSIS_2, twoSites((site, risk) -> risk));
        drawAll();

        assertThat(truths.of(SEPSIS_2).orElseThrow().sentence())
                .startsWith("Discrimination and calibration hold")
                .doesNotContain("site");
    }

    @Test
    @DisplayName("C4: while no outcome is known it says so, and few patients are no figure")
    void saysWhatCannotBeSaid() {
        send(SEPSIS_2, "prediction_id,occurred_at,patient_ref,score,outcome\n" + lines(60, day -> ""));
        send(SEPSIS_1, "prediction_id,occurred_at,patient_ref,score,outcome\np,2025-01-01T00:00:00Z,a,0.1,1\n");
        drawAll();

        assertThat(truths.of(SEPSIS_2).orElseThrow().sentence())
                .isEqualTo("No outcome is known yet, so nothing can be said of its performance.");
        assertThat(truths.of(SEPSIS_1).orElseThrow().sentence())
                .isEqualTo("So few patients were scored that its figures are hidden.");
    }

    @Test
    @DisplayName(
            "C11: it is drawn once for the same data, anew after a batch, and never more than a twentieth of the time")
    void isDrawnOnceForTheSameData() {
        assertThat(truths.due()).isEmpty();
        send(SEPSIS_1, stationary(10));
        send(SEPSIS_2, stationary(10));
        assertThat(truths.pending(SEPSIS_2)).isTrue();
        assertThat(truths.due()).containsExactly(SEPSIS_1, SEPSIS_2);
        drawAll();
        assertThat(truths.pending(SEPSIS_2)).isFalse();
        assertThat(truths.due()).isEmpty();

        send(SEPSIS_1, "prediction_id,occurred_at,patient_ref,score,outcome\nlate,2025-01-01T00:00:00Z,a,0.1,1\n");

        assertThat(truths.due()).as("version 2 is compared with version 1").containsExactly(SEPSIS_1, SEPSIS_2);
        inTransaction(() -> {
            truths.failed(SEPSIS_2);
            return true;
        });
        assertThat(truths.due()).containsExactly(SEPSIS_1);
        now = now.plus(Duration.ofMinutes(20));
        assertThat(truths.due()).containsExactly(SEPSIS_1, SEPSIS_2);
    }

    private List<String> groups(ModelVersionId version) {
        return truths.of(version).orElseThrow().facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.GROUP)
                .map(Fact::sentence)
                .toList();
    }

    /** Nine months of two sites; the scores of the last six are what the fault makes of the risk. */
    private static String twoSites(BiFunction<String, Double, Double> fault) {
        var random = new SplittableRandom(9);
        var lines = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome\n");
        for (int i = 0; i < 270 * 40; i++) {
            var site = i % 2 == 0 ? "north" : "south";
            double risk = Math.pow(random.nextDouble(), 2);
            double score = i < 90 * 40 ? risk : fault.apply(site, risk);
            lines.append("p-%d,%sT10:00:00Z,pat-%d,%s,%s,%d%n"
                    .formatted(
                            i,
                            LocalDate.parse("2024-01-01").plusDays(i / 40),
                            i,
                            site,
                            Math.round(1e4 * score) / 1e4,
                            random.nextDouble() < risk ? 1 : 0));
        }
        return lines.toString();
    }

    private void drawAll() {
        truths.due()
                .forEach(version ->
                        assertThat(inTransaction(() -> truths.draw(version))).isTrue());
    }

    private static String stationary(int perDay) {
        var random = new SplittableRandom(5);
        return "prediction_id,occurred_at,patient_ref,score,outcome\n"
                + lines(perDay, risk -> random.nextDouble() < risk ? "1" : "0");
    }

    /** A year and a half of so many patients a day. */
    private static String lines(int perDay, java.util.function.DoubleFunction<String> outcome) {
        var random = new SplittableRandom(7);
        var lines = new StringBuilder();
        for (int day = 0; day < 540; day++) {
            for (int i = 0; i < perDay; i++) {
                var risk = Math.round(1e4 * Math.pow(random.nextDouble(), 2)) / 1e4;
                lines.append("p-%d-%d,%sT10:00:00Z,pat-%d-%d,%s,%s%n"
                        .formatted(
                                day,
                                i,
                                LocalDate.parse("2024-01-01").plusDays(day),
                                day,
                                i,
                                risk,
                                outcome.apply(risk)));
            }
        }
        return lines.toString();
    }

    private void send(ModelVersionId version, String csv) {
        send(version, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void send(ModelVersionId version, InputStream body) {
        bench.predictions.accept(MACHINE, version, new IntakeBody(body, BodyFormat.CSV), IntakeProgress.SILENT);
    }
}
