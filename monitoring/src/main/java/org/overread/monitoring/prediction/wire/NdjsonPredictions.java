package org.overread.monitoring.prediction.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads predictions from NDJSON, one object a line: {@code predictionId, occurredAt, patientRef, site, score, outcome,
 * text, latencyMs} and the objects {@code subgroups} and {@code features}. {@code null} and absent are missing.
 */
public final class NdjsonPredictions {
    private NdjsonPredictions() {}

    /**
     * Pushes every line to the sink, good or refused.
     *
     * @param in plain bytes; see {@link BodyStream} for gzip and limits
     * @throws GovernanceException with {@link ErrorCode#TOO_LARGE} when a line is longer than 1 MiB
     */
    public static void read(InputStream in, LineSink<Prediction> sink) throws IOException {
        var line = new PredictionLine();
        JsonLines.read(in, line.fields, new JsonLines.Line() {
            @Override
            public void begin(long number) {
                line.begin(number);
            }

            @Override
            public void field(String name, JsonParser json) {
                take(line, name, json);
            }

            @Override
            public void finish() {
                line.finish(sink);
            }
        });
    }

    private static void take(PredictionLine line, String name, JsonParser json) {
        var fields = line.fields;
        switch (name) {
            case "predictionId" -> line.predictionId = JsonLines.text(fields, name, json);
            case "occurredAt" -> line.occurredAt = JsonLines.text(fields, name, json);
            case "patientRef" -> line.patientRef = JsonLines.text(fields, name, json);
            case "site" -> line.site = JsonLines.text(fields, name, json);
            case "score" -> line.score = JsonLines.number(fields, name, json);
            case "outcome" -> line.outcome = JsonLines.number(fields, name, json);
            case "text" -> line.text = JsonLines.text(fields, name, json);
            case "latencyMs" -> line.latencyMs = JsonLines.number(fields, name, json);
            case "subgroups" -> each(fields, name, json, line::subgroup);
            case "features" -> each(fields, name, json, line::feature);
            default -> JsonLines.unknown(fields, name);
        }
    }

    private static void each(
            LineFields fields, String field, JsonParser json, BiConsumer<String, @Nullable String> take) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            fields.refuse(field, "must be an object of names and values");
            return;
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.isBlank() || !Characters.clean(name, false)) {
                fields.refuse(field, "holds a name that is empty or not text");
            }
            take.accept(name, JsonLines.scalar(fields, field + "." + name, json));
            json.skipChildren();
        }
    }
}
