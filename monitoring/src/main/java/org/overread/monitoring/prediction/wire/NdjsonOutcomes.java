package org.overread.monitoring.prediction.wire;

import java.io.IOException;
import java.io.InputStream;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Outcome;
import tools.jackson.core.JsonParser;

/** Reads outcomes from NDJSON, one object a line: {@code predictionId, outcome, knownAt}; the last may be absent. */
public final class NdjsonOutcomes {
    private NdjsonOutcomes() {}

    /** Pushes every line to the sink; errors as for {@link NdjsonPredictions#read}. */
    public static void read(InputStream in, LineSink<Outcome> sink) throws IOException {
        var line = new OutcomeLine();
        JsonLines.read(in, line.fields, new JsonLines.Line() {
            @Override
            public void begin(long number) {
                line.begin(number);
            }

            @Override
            public void field(String name, JsonParser json) {
                switch (name) {
                    case "predictionId" -> line.predictionId = JsonLines.text(line.fields, name, json);
                    case "outcome" -> line.outcome = JsonLines.number(line.fields, name, json);
                    case "knownAt" -> line.knownAt = JsonLines.text(line.fields, name, json);
                    default -> JsonLines.unknown(line.fields, name);
                }
            }

            @Override
            public void finish() {
                line.finish(sink);
            }
        });
    }
}
