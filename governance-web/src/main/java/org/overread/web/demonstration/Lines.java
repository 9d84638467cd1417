package org.overread.web.demonstration;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.canonical.SortedJson;

/** Writes what models said as the newline-delimited JSON that a model server would send, line by line as it is read. */
final class Lines {
    private Lines() {}

    static IntakeBody ofPredictions(List<Prediction> predictions) {
        return body(predictions.stream().map(Lines::line));
    }

    static IntakeBody ofOutcomes(List<Outcome> outcomes) {
        return body(outcomes.stream().map(Lines::line));
    }

    private static Map<String, Object> line(Prediction prediction) {
        var line = new HashMap<String, Object>();
        line.put("predictionId", prediction.predictionId());
        line.put("occurredAt", prediction.occurredAt().toString());
        put(line, "patientRef", prediction.patientRef());
        put(line, "site", prediction.site());
        put(line, "score", prediction.score());
        put(line, "text", prediction.text());
        put(line, "latencyMs", prediction.latencyMs());
        line.put("subgroups", prediction.subgroups());
        line.put("features", prediction.features());
        return line;
    }

    private static Map<String, Object> line(Outcome outcome) {
        var line = new HashMap<String, Object>();
        line.put("predictionId", outcome.predictionId());
        line.put("outcome", outcome.outcome());
        line.put("knownAt", String.valueOf(outcome.knownAt()));
        return line;
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    private static IntakeBody body(Stream<Map<String, Object>> lines) {
        var texts = lines.map(line -> SortedJson.of(line) + "\n").iterator();
        return new IntakeBody(new SequenceInputStream(new Parts(texts)), BodyFormat.NDJSON);
    }

    /** The lines one after the other, each written when the one before has been read. */
    private record Parts(Iterator<String> lines) implements Enumeration<InputStream> {
        @Override
        public boolean hasMoreElements() {
            return lines.hasNext();
        }

        @Override
        public InputStream nextElement() {
            return new ByteArrayInputStream(lines.next().getBytes(StandardCharsets.UTF_8));
        }
    }
}
