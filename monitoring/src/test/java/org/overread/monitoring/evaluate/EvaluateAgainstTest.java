package org.overread.monitoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.monitoring.subgroup.RealPredictions;
import tools.jackson.databind.JsonNode;

class EvaluateAgainstTest {
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    @Test
    @DisplayName("C10: two files are compared on the same cases, by prediction id")
    void comparesByPredictionId() throws IOException {
        var better = write("better.csv", i -> line("p" + i, "x" + i, 0, i % 4 == 0 ? 0.6 : score(i), i));
        var worse = write("worse.csv", i -> line("p" + (i + 100), "x" + (i + 100), 0, score(i), i));

        var comparison = Run.of(better, "--against", worse).json().get("comparison");

        assertThat(comparison.get("match").asString()).isEqualTo("PREDICTION_ID");
        assertThat(comparison.get("cases").asLong()).isEqualTo(300);
        assertThat(comparison.get("file").asString()).isEqualTo("better.csv");
        assertThat(comparison.get("conclusion").asString()).contains("better.csv is", "worse.csv: AUROC differs by");
    }

    @Test
    @DisplayName(
            "C10: without common ids the same patient at the same time is the same case; an ambiguous one is left out")
    void comparesByPatientAndTime() throws IOException {
        var mine = write("mine.csv", i -> line("a" + i, "x" + i / 2, i % 2, score(i), i));
        var theirs = write("theirs.csv", i -> line("b" + i, "x" + i / 2, i < 20 ? 0 : i % 2, score(i), i));

        var comparison = Run.of(mine, "--against", theirs).json().get("comparison");

        assertThat(comparison.get("match").asString()).isEqualTo("PATIENT_AND_TIME");
        assertThat(comparison.get("cases").asLong()).isEqualTo(ROWS - 20);
    }

    @Test
    @DisplayName("C10: files of which the outcomes contradict, or without a common case, say so")
    void saysWhatCannotBeCompared() throws IOException {
        var mine = write("mine.csv", i -> line("p" + i, "x" + i, 0, score(i), i));
        var contrary = write("contrary.csv", i -> line("p" + i, "x" + i, 0, score(i), i < 30 ? i + 1 : i));
        var others = write("others.csv", i -> line("q" + i, "z" + i, 0, score(i), i));

        var contradicted = Run.of(mine, "--against", contrary).json().get("comparison");
        var strangers = Run.of(mine, "--against", others);

        assertThat(contradicted.get("contradicting").asLong()).isEqualTo(30);
        assertThat(strangers.status()).isZero();
        assertThat(strangers.json().at("/comparison/cases").asLong()).isZero();
        assertThat(strangers.json().at("/comparison/conclusion").asString()).contains("cannot be told");
        assertThat(strangers.out()).doesNotContain("NaN");
    }

    @Test
    @DisplayName("C10: a comparison of few patients is hidden, but not from the owner of the files")
    void hidesFewPatients() throws IOException {
        var file = write("mine.csv", i -> line("p" + i, "x" + i % 4, i, score(i), i));

        var hidden = Run.of(file, "--against", file).json().get("comparison");
        var shown = Run.of(file, "--against", file, "--no-suppression").json().get("comparison");

        assertThat(hidden.get("cases").isNull()).isTrue();
        assertThat(figure(hidden, "auroc").at("/difference/reason").asString()).startsWith("hidden");
        assertThat(shown.get("cases").asLong()).isEqualTo(ROWS);
        assertThat(figure(shown, "auroc").at("/difference/value").asDouble()).isZero();
    }

    @Test
    @DisplayName("C10: each file flags at its own threshold, and the table says all that in words")
    void readsWellOnATerminal() throws IOException {
        var file = write("mine.csv", i -> line("p" + i, "x" + i, 0, score(i), i));

        var run = Run.of(file, "--against", file, "--against-threshold", "0.9", "--format", "table");

        assertThat(run.out())
                .contains("mine.csv is not better than mine.csv: AUROC differs by 0.0000, on 400 same cases.")
                .contains(
                        "matched by the same prediction id and patient: 400 in both files, 400 of them with known outcome")
                .contains("flagged from 0.5 and 0.9");
    }

    @Test
    void refusesABadFileByItsName() throws IOException {
        var good = write("good.csv", i -> line("p" + i, "x" + i, 0, score(i), i));
        var bad = write("bad.csv", i -> line("p" + i, "x" + i, 0, 7, i));

        var run = Run.of(good, "--against", bad);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("in the file to compare with bad.csv:\nline 2: score");
    }

    @Test
    @DisplayName("C10: on the real files the newer model is not better than the older")
    void theNewerModelIsNotBetter() {
        var run = Run.of(
                RealPredictions.file("readmission_v2.csv.gz"),
                "--against",
                RealPredictions.file("readmission_v1.csv.gz"),
                "--threshold",
                "0.163",
                "--against-threshold",
                "0.158",
                "--bootstrap",
                "0");

        var difference = figure(run.json().get("comparison"), "auroc").get("difference");
        // pROC::roc.test(roc(y, v2), roc(y, v1), paired = TRUE, method = "delong"): −0.0014, −0.0043 to 0.0015
        assertThat(difference.get("value").asDouble()).isCloseTo(-0.0014, within(5e-5));
        assertThat(difference.get("low").asDouble()).isCloseTo(-0.0043, within(5e-5));
    }

    private static JsonNode figure(JsonNode comparison, String metric) {
        return StreamSupport.stream(comparison.get("figures").spliterator(), false)
                .filter(figure -> figure.get("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static double score(int i) {
        return (i * 37 % 101 + 0.5) / 102;
    }

    private static String line(String id, String patient, int minute, double score, int truth) {
        return "%s,2025-01-01T00:%02d:%02dZ,%s,%s,%d"
                .formatted(id, minute / 60 % 60, minute % 60, patient, score, truth % 2);
    }

    private Path write(String name, IntFunction<String> line) throws IOException {
        var rows = IntStream.range(0, ROWS).mapToObj(line).collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name), "prediction_id,occurred_at,patient_ref,score,outcome\n" + rows);
    }
}
