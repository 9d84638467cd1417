package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.wire.NdjsonOutcomes;
import org.overread.monitoring.prediction.wire.NdjsonPredictions;
import org.overread.registry.ModelVersionId;

class LinesTest {
    private final SyntheticHospital hospital = new SyntheticHospital(Instant.parse("2026-11-24T09:30:00Z"), 0.02);

    @Test
    void theProductReadsWhatTheHospitalSends() throws IOException {
        var sent = List.of("sepsis-risk", "pancreas-imaging", "clinical-reasoning").stream()
                .flatMap(model -> hospital.predictions(new ModelVersionId(model, 1)).stream())
                .toList();
        var body = Lines.ofPredictions(sent);
        var read = new Read<Prediction>();

        NdjsonPredictions.read(body.stream(), read);

        assertThat(body.format()).isEqualTo(BodyFormat.NDJSON);
        assertThat(read.values).isEqualTo(sent);
    }

    @Test
    void theProductReadsWhatTurnedOutToBeTrue() throws IOException {
        var sent = hospital.outcomes("sepsis-risk");
        var read = new Read<Outcome>();

        NdjsonOutcomes.read(Lines.ofOutcomes(sent).stream(), read);

        assertThat(read.values).isNotEmpty().isEqualTo(sent);
    }

    @Test
    void aLineIsWrittenWhenItIsRead() throws IOException {
        var body = Lines.ofPredictions(hospital.predictions(new ModelVersionId("sepsis-risk", 1)));

        assertThat(new String(body.stream().readNBytes(20), StandardCharsets.UTF_8))
                .startsWith("{\"features\":{");
    }

    private static final class Read<T> implements LineSink<T> {
        final List<T> values = new ArrayList<>();

        @Override
        public void read(long line, T value) {
            values.add(value);
        }

        @Override
        public void refused(LineProblem problem) {
            throw new AssertionError(problem);
        }
    }
}
