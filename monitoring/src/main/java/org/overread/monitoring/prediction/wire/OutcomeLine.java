package org.overread.monitoring.prediction.wire;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Outcome;

/** The texts of one outcome while its line is read; the same checks whatever the format. */
final class OutcomeLine {
    final LineFields fields = new LineFields();
    private long line;

    @Nullable String predictionId;

    @Nullable String outcome;

    @Nullable String knownAt;

    void begin(long newLine) {
        line = newLine;
        fields.begin(newLine);
        predictionId = null;
        outcome = null;
        knownAt = null;
    }

    void finish(LineSink<Outcome> sink) {
        var id = fields.id("predictionId", predictionId);
        var event = fields.outcome("outcome", outcome);
        var time = fields.time("knownAt", knownAt);
        if (event == null) {
            fields.refuse("outcome", "is missing: it must be 0 or 1");
        }
        var problem = fields.problem();
        if (event == null || problem != null) {
            sink.refused(java.util.Objects.requireNonNull(problem));
        } else {
            sink.read(line, new Outcome(id, event, time));
        }
    }
}
