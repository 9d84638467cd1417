package org.overread.monitoring.prediction.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.Outcome;

class OutcomesTest {
    private static final Instant KNOWN = Instant.parse("2024-02-04T00:15:36Z");

    @Test
    void readsCsv() throws IOException {
        var body =
                "prediction_id,outcome,known_at\nv2-0,0,2024-02-04T00:15:36Z\nv2-1,1,\nv2-2,,\nv2-3,1\nv2-4,\"x\"y,\n";

        var read = Collected.from(body, CsvOutcomes::read);

        assertThat(read.good)
                .containsExactly(
                        Map.entry(2L, new Outcome("v2-0", 0, KNOWN)), Map.entry(3L, new Outcome("v2-1", 1, null)));
        assertThat(read.bad)
                .extracting(LineProblem::line, LineProblem::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, "outcome"),
                        org.assertj.core.groups.Tuple.tuple(5L, "line"),
                        org.assertj.core.groups.Tuple.tuple(6L, "line"));
    }

    @Test
    void doesWithoutTheTimeButNotWithoutTheOutcome() throws IOException {
        assertThat(Collected.from("outcome,prediction_id\n1,p\n", CsvOutcomes::read).good)
                .containsExactly(Map.entry(2L, new Outcome("p", 1, null)));
        assertThatThrownBy(() -> Collected.from("prediction_id\np\n", CsvOutcomes::read))
                .hasMessageContaining("outcome is missing");
    }

    @Test
    void readsNdjson() throws IOException {
        var body = """
                {"predictionId":"p","outcome":1,"knownAt":"2024-02-04T00:15:36Z"}
                {"predictionId":"p","outcome":null}
                {"predictionId":"p","outcome":1,"score":0.3}
                """;

        var read = Collected.from(body, NdjsonOutcomes::read);

        assertThat(read.good).containsExactly(Map.entry(1L, new Outcome("p", 1, KNOWN)));
        assertThat(read.bad)
                .containsExactly(
                        new LineProblem(2, "outcome", "is missing: it must be 0 or 1"),
                        new LineProblem(3, "score", "is not a known field"));
    }
}
