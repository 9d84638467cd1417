package org.overread.monitoring.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PredictionTest {
    @Test
    void cannotBeBuiltWrong() {
        assertThatThrownBy(() -> prediction(" ", 0.5, 1)).hasMessage("predictionId is blank");
        assertThatThrownBy(() -> prediction("p", Double.NaN, 1)).hasMessage("score must lie in [0, 1]");
        assertThatThrownBy(() -> prediction("p", 1.1, 1)).hasMessage("score must lie in [0, 1]");
        assertThatThrownBy(() -> prediction("p", 0.5, 2)).hasMessage("outcome must be 0 or 1");
        assertThatThrownBy(() -> new Outcome("p", 3, null)).hasMessage("outcome must be 0 or 1");
        assertThatThrownBy(() -> new Outcome("", 1, null)).hasMessage("predictionId is blank");
    }

    @Test
    void keepsItsOwnCopyOfWhatItWasGiven() {
        var subgroups = new TreeMap<>(Map.of("sex", "F"));
        var prediction =
                new Prediction("p", Instant.EPOCH, null, null, 0.5, null, subgroups, new TreeMap<>(), null, null);

        subgroups.put("sex", "M");

        assertThat(prediction.subgroups()).containsEntry("sex", "F");
        assertThatThrownBy(() -> prediction.subgroups().put("sex", "M"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void bodyFormatIsKnownByTypeOrName() {
        assertThat(BodyFormat.ofContentType("text/CSV; charset=utf-8")).contains(BodyFormat.CSV);
        assertThat(BodyFormat.ofContentType("application/x-ndjson")).contains(BodyFormat.NDJSON);
        assertThat(BodyFormat.ofContentType("application/json")).isEqualTo(Optional.empty());
        assertThat(BodyFormat.ofFileName("March.CSV.gz")).contains(BodyFormat.CSV);
        assertThat(BodyFormat.ofFileName("march.jsonl")).contains(BodyFormat.NDJSON);
        assertThat(BodyFormat.ofFileName("march.ndjson")).contains(BodyFormat.NDJSON);
        assertThat(BodyFormat.ofFileName("march.xlsx")).isEqualTo(Optional.empty());
    }

    private static Prediction prediction(String id, double score, int outcome) {
        return new Prediction(
                id, Instant.EPOCH, null, null, score, outcome, new TreeMap<>(), new TreeMap<>(), null, null);
    }
}
