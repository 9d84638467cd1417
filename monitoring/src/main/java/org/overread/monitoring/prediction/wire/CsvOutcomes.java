package org.overread.monitoring.prediction.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Outcome;

/** Reads outcomes from CSV with the columns {@code prediction_id, outcome, known_at}; the last may be absent. */
public final class CsvOutcomes {
    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("prediction_id", "outcome", "known_at"));
    private static final Set<String> REQUIRED = new LinkedHashSet<>(List.of("prediction_id", "outcome"));

    private CsvOutcomes() {}

    /** Pushes every line after the header to the sink; errors as for {@link CsvPredictions#read}. */
    public static void read(InputStream in, LineSink<Outcome> sink) throws IOException {
        var records = new CsvRecords(in);
        var names = CsvHeader.read(records, KNOWN, Set.of(), REQUIRED);
        int id = names.indexOf("prediction_id");
        int outcome = names.indexOf("outcome");
        int knownAt = names.indexOf("known_at");
        var line = new OutcomeLine();
        while (records.next()) {
            var values = records.values();
            if (values == null) {
                sink.refused(new LineProblem(records.number(), "line", String.valueOf(records.problem())));
            } else if (values.length != names.size()) {
                sink.refused(CsvPredictions.wrongCount(records.number(), values.length, names.size()));
            } else {
                line.begin(records.number());
                line.predictionId = values[id];
                line.outcome = values[outcome];
                line.knownAt = knownAt < 0 ? null : values[knownAt];
                line.finish(sink);
            }
        }
    }
}
