package org.overread.monitoring.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.BodyFormat.CSV;
import static org.overread.monitoring.prediction.BodyFormat.NDJSON;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.testing.RealData;
import org.overread.registry.ApiScope;
import org.overread.registry.Scope;
import org.overread.registry.audit.Deed;
import org.overread.registry.testing.Actors;

class OutcomeIntakeTest {
    private final IntakeBench bench = new IntakeBench();

    @Test
    void setsAnOutcomeOnce() {
        threePredictions();

        var receipt = bench.sendOutcomes("""
                prediction_id,outcome,known_at
                p-1,1,2025-04-01T10:00:00Z
                p-2,0,
                p-2,0,2025-04-02T10:00:00Z
                p-2,1,
                p-9,1,
                p-3,,
                """);

        assertThat(receipt)
                .returns(6L, Receipt::received)
                .returns(2L, Receipt::stored)
                .returns(1L, Receipt::duplicates)
                .returns(3L, Receipt::rejected);
        assertThat(receipt.problems())
                .containsExactly(
                        new LineProblem(5, "outcome", "conflict: its outcome is known, and it is the other"),
                        new LineProblem(6, "predictionId", "is not known: send the prediction first"),
                        new LineProblem(7, "outcome", "is missing: it must be 0 or 1"));
        assertThat(bench.rows("""
                        SELECT prediction_id, outcome, outcome_known_at AT TIME ZONE 'UTC', outcome_batch
                        FROM monitoring.prediction ORDER BY prediction_id"""))
                .containsExactly("p-1|1|2025-04-01 10:00:00|2", "p-2|0|null|2", "p-3|null|null|null");
    }

    @Test
    void theSameAgainChangesNothingAndPredictionsMayBeSentAgainAfterOutcomesCame() {
        threePredictions();
        var outcomes = "prediction_id,outcome\np-1,1\np-2,0\n";
        bench.sendOutcomes(outcomes);

        assertThat(bench.sendOutcomes(outcomes)).returns(0L, Receipt::stored).returns(2L, Receipt::duplicates);
        assertThat(threePredictions()).returns(3L, Receipt::duplicates).returns(0L, Receipt::rejected);
    }

    @Test
    void readsNdjsonAndLeavesATrace() {
        threePredictions();

        bench.outcomes.accept(
                IntakeBench.MACHINE,
                IntakeBench.SEPSIS_2,
                new IntakeBody(new ByteArrayInputStream("{\"predictionId\":\"p-1\",\"outcome\":1}".getBytes()), NDJSON),
                IntakeProgress.SILENT);

        assertThat(bench.audit.recorded().getLast().deed())
                .returns("outcomes.received", Deed::action)
                .returns("stored 1 of 1 outcomes of sepsis/2", Deed::sentence);
    }

    @Test
    void takesOnlyFromWhoMaySend() {
        var reader = Actors.machine("m-2", Scope.EVERYWHERE, ApiScope.READ);

        assertThatThrownBy(() -> bench.outcomes.accept(
                        reader,
                        IntakeBench.SEPSIS_2,
                        new IntakeBody(InputStream.nullInputStream(), CSV),
                        IntakeProgress.SILENT))
                .hasMessage("Model server may not do this here");
    }

    @Test
    @DisplayName(
            "G1: a sender limited to one site sets outcomes of that site only, and is not told of other predictions")
    void keepsToTheSendersSites() {
        bench.send(CSV, """
                prediction_id,occurred_at,site,score
                p-1,2025-03-01T10:00:00Z,north,0.1
                p-2,2025-03-01T10:00:00Z,south,0.2
                p-3,2025-03-01T10:00:00Z,,0.3
                """);
        var north = Actors.machine("m-3", new Scope(null, null, "north"), ApiScope.INGEST);

        var receipt = bench.outcomes.accept(
                north,
                IntakeBench.SEPSIS_2,
                new IntakeBody(
                        new ByteArrayInputStream("prediction_id,outcome\np-1,1\np-2,1\np-3,1\np-4,1\n".getBytes()),
                        CSV),
                IntakeProgress.SILENT);

        var unknown = "is not known: send the prediction first";
        assertThat(receipt).returns(1L, Receipt::stored).returns(0L, Receipt::duplicates);
        assertThat(receipt.problems())
                .containsExactlyInAnyOrder(
                        new LineProblem(3, "predictionId", unknown),
                        new LineProblem(4, "predictionId", unknown),
                        new LineProblem(5, "predictionId", unknown));
        assertThat(bench.rows("SELECT prediction_id, outcome FROM monitoring.prediction ORDER BY 1"))
                .containsExactly("p-1|1", "p-2|null", "p-3|null");
    }

    @Test
    void takesTheRealFileOfLateOutcomes() throws IOException {
        try (var in = Files.newInputStream(RealData.file("readmission_v2.csv.gz"));
                var plain = new GZIPInputStream(in)) {
            var text = new String(plain.readAllBytes());
            bench.send(CSV, text.replaceAll("(?m)^((?:[^,]*,){4})[01],", "$1,"));
        }

        Receipt receipt;
        try (var in = Files.newInputStream(RealData.file("readmission_v2_outcomes.csv.gz"))) {
            receipt = bench.outcomes.accept(
                    IntakeBench.MACHINE, IntakeBench.SEPSIS_2, new IntakeBody(in, CSV), IntakeProgress.SILENT);
        }

        assertThat(receipt).returns(59_606L, Receipt::stored).returns(0L, Receipt::rejected);
        assertThat(bench.rows("SELECT sum(outcome), count(outcome_known_at) FROM monitoring.prediction"))
                .containsExactly("6723|59606");
    }

    private Receipt threePredictions() {
        return bench.send(CSV, """
                prediction_id,occurred_at,score
                p-1,2025-03-01T10:00:00Z,0.1
                p-2,2025-03-01T10:00:00Z,0.2
                p-3,2025-03-01T10:00:00Z,0.3
                """);
    }
}
