package org.overread.monitoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateEstimatedTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("C4: with a reference file what performance to expect is told without outcomes, and what that assumes")
    void tellsWhatToExpectOfTheReference() throws IOException {
        var run = Run.of(file("now.csv", 300, ""), "--reference", file("then.csv", 400, "1"), "--threshold", "0.5");

        assertThat(run.err()).isEmpty();
        var estimated = run.json().get("estimated");
        // IsotonicRegression().fit(s, y) learns .2 at .3 and .6 at .7; TP .6 · 150, FN .2 · 150, FP .4 · 150, TN .8 ·
        // 150
        assertThat(estimated.at("/sensitivity/value").asDouble()).isCloseTo(0.75, within(1e-9));
        assertThat(estimated.at("/ppv/value").asDouble()).isCloseTo(0.6, within(1e-9));
        assertThat(estimated.at("/auroc/value").asDouble()).isCloseTo(17.0 / 24, within(1e-9));
        assertThat(estimated.at("/auroc/method").asString()).isEqualTo("cbpe");
        assertThat(estimated.get("assumes").asString()).contains("still means what it meant");
        assertThat(estimated.at("/outcomeCompleteness/value").asDouble()).isZero();
    }

    @Test
    @DisplayName("C4: without a reference there is a reason instead of an estimate")
    void saysWhatIsMissing() throws IOException {
        var estimated = Run.of(file("now.csv", 300, "")).json().get("estimated");

        assertThat(estimated.at("/auroc/value").isNull()).isTrue();
        assertThat(estimated.at("/auroc/reason").asString())
                .isEqualTo("needs predictions with known outcome to learn from: --reference FILE");
    }

    @Test
    @DisplayName(
            "C4: a reference without outcomes teaches nothing, a window of few patients is hidden but to its owner")
    void needsOutcomesAndPatients() throws IOException {
        var unlabelled = file("then.csv", 400, "");
        var labelled = file("known.csv", 400, "1");
        var few = file("few.csv", 8, "");

        assertThat(auroc(Run.of(file("now.csv", 300, ""), "--reference", unlabelled)))
                .contains("fewer than 20 events or non-events with known outcome");
        assertThat(auroc(Run.of(few, "--reference", labelled))).contains("hidden: fewer than 11 patients");
        assertThat(auroc(Run.of(few, "--reference", labelled, "--no-suppression")))
                .contains("cbpe");
    }

    @Test
    @DisplayName("C4: on a terminal it stands beside what the known outcomes say")
    void readsWellOnATerminal() throws IOException {
        var run = Run.of(file("now.csv", 300, ""), "--reference", file("then.csv", 400, "1"), "--format", "table");

        assertThat(run.out())
                .contains("Expected from the scores alone, as learned from then.csv")
                .contains("Outcomes are known for 0 % of predictions; estimated AUROC 0.71")
                .containsPattern("Sensitivity +0\\.750 +–");
    }

    private static String auroc(Run run) {
        return run.json().at("/estimated/auroc").toString();
    }

    /** Half of the scores .3, a fifth of them events; half .7, three fifths events; or none with an outcome. */
    private Path file(String name, int rows, String event) throws IOException {
        var text = new StringBuilder("prediction_id,occurred_at,score,outcome\n");
        for (int i = 0; i < rows; i++) {
            var outcome = event.isEmpty() ? "" : i / 2 % 10 < (i % 2 == 0 ? 2 : 6) ? "1" : "0";
            text.append("p%d,2025-01-01T00:00:00Z,%s,%s%n".formatted(i, i % 2 == 0 ? "0.3" : "0.7", outcome));
        }
        return Files.writeString(folder.resolve(name), text);
    }
}
