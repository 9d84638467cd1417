package org.overread.monitoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateDriftTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("C1: with a reference file the contract's drift part is added")
    void addsDrift() throws IOException {
        var run = Run.of(file("now", 300, 60), "--reference", file("then", 100, 20));

        assertThat(run.err()).isEmpty();
        var days = run.json().at("/drift/0");
        assertThat(days.get("feature").asString()).isEqualTo("days");
        assertThat(days.get("kind").asString()).isEqualTo("numeric");
        assertThat(days.at("/ks/statistic").asDouble()).isCloseTo(0.2, within(1e-12));
        assertThat(days.propertyNames()).contains("psi", "jensenShannon", "wasserstein");
        var insulin = run.json().at("/drift/1");
        assertThat(insulin.get("kind").asString()).isEqualTo("categorical");
        assertThat(insulin.get("lInfinity").asDouble()).isZero();
        assertThat(insulin.propertyNames()).contains("psi", "chiSquare", "jensenShannon");
        assertThat(insulin.at("/missing/reference").asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(insulin.at("/missing/current").asDouble()).isCloseTo(0.3, within(1e-12));
        assertThat(insulin.get("moved").asBoolean()).isTrue();
        assertThat(run.json().at("/scoreDrift/kind").asString()).isEqualTo("numeric");
        assertThat(run.json().at("/outcomeDrift/kind").asString()).isEqualTo("categorical");
        assertThat(run.out()).doesNotContain("NaN");
    }

    @Test
    @DisplayName("C1: the table says in sentences what moved")
    void saysWhatMoved() throws IOException {
        var run = Run.of(file("now", 300, 60), "--reference", file("then", 100, 20), "--format", "table");

        assertThat(run.out())
                .contains("Drift from then.csv: 2 of 4 columns moved")
                .contains("insulin is missing in 30 % of rows, 10 % in the reference window.");
    }

    @Test
    @DisplayName(
            "C3: drift of a few patients is told without how few, as their groups are; the operator may see it all")
    void hidesDriftOfFew() throws IOException {
        var then = file("then", 7, 20);
        var now = file("now", 300, 60);

        var shown = Run.of(now, "--reference", then);
        var insulin = shown.json().at("/drift/1");
        assertThat(insulin.at("/missing/reference").isNull()).isTrue();
        assertThat(insulin.at("/missing/current").isNull()).isTrue();
        assertThat(insulin.at("/missing/reason").asString()).startsWith("hidden: fewer than 11 patients");
        assertThat(insulin.at("/psiWithMissing/value").isNull()).isTrue();
        assertThat(insulin.get("moved").asBoolean()).isTrue();
        assertThat(insulin.get("meaning").asString()).contains("how often is hidden");
        assertThat(Run.of(now, "--reference", then, "--format", "table").out())
                .contains("Categories and tenths of few patients were put together as one: few, together.")
                .doesNotContain("0.7%");

        var all = Run.of(now, "--reference", then, "--no-suppression").json().at("/drift/1");
        assertThat(all.at("/missing/reference").asDouble()).isCloseTo(0.007, within(1e-12));
    }

    @Test
    @DisplayName("C3: predictions of one patient are few, however many they are")
    void countsPatientsOfAFile() throws IOException {
        var then = patients("then", "one");
        var now = patients("now", "two");

        var shown = Run.of(now, "--reference", then).json().at("/drift/0/missing");

        assertThat(shown.get("reference").isNull()).isTrue();
        assertThat(Run.of(now, "--reference", then, "--no-suppression")
                        .json()
                        .at("/drift/0/missing/reference")
                        .asDouble())
                .isCloseTo(0.25, within(1e-12));
    }

    /** Four hundred rows, a hundred of them of one patient without insulin. */
    private Path patients(String name, String one) throws IOException {
        var text = new StringBuilder("prediction_id,occurred_at,patient_ref,score,outcome,feature.insulin\n");
        for (int i = 0; i < 400; i++) {
            text.append("%s%d,2025-01-01T00:00:00Z,%s,0.%d,%d,%s%n"
                    .formatted(
                            name,
                            i,
                            i < 100 ? one : "p" + i,
                            1 + i % 9,
                            i % 2,
                            i < 100 ? "" : i % 2 == 0 ? "Up" : "Down"));
        }
        return Files.writeString(folder.resolve(name + ".csv"), text);
    }

    @Test
    void refusesABadReferenceByItsName() throws IOException {
        var bad = Files.writeString(
                folder.resolve("bad.csv"), "prediction_id,occurred_at,score\np1,2025-01-01T00:00:00Z,7\n");

        var run = Run.of(file("now", 300, 60), "--reference", bad);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("in the reference file bad.csv:").contains("line 2: score");
        assertThat(Run.of(file("now", 300, 60), "--reference").err()).contains("--reference needs a value");
    }

    /** A thousand rows, so many of them without insulin; days of 0 to 99, moved up by so many. */
    private Path file(String name, int withoutInsulin, int up) throws IOException {
        var text = new StringBuilder("prediction_id,occurred_at,score,outcome,feature.days,feature.insulin\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("%s%d,2025-01-01T00:00:00Z,0.%d,%d,%d,%s%n"
                    .formatted(
                            name,
                            i,
                            1 + i % 9,
                            i % 2,
                            i % 100 + up / 2,
                            i < withoutInsulin ? "" : i % 2 == 0 ? "Up" : "Down"));
        }
        return Files.writeString(folder.resolve(name + ".csv"), text);
    }
}
