package org.overread.monitoring.prediction.wire;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Prediction;

/** The texts of one prediction while its line is read; the same checks whatever the format. */
final class PredictionLine {
    private static final int MOST_SUBGROUPS = 50;
    private static final int MOST_FEATURES = 1_000;

    final LineFields fields = new LineFields();
    private long line;

    @Nullable String predictionId;

    @Nullable String occurredAt;

    @Nullable String patientRef;

    @Nullable String site;

    @Nullable String score;

    @Nullable String outcome;

    @Nullable String text;

    @Nullable String latencyMs;

    private SortedMap<String, String> subgroups = new TreeMap<>();
    private SortedMap<String, String> features = new TreeMap<>();

    void begin(long newLine) {
        line = newLine;
        fields.begin(newLine);
        predictionId = null;
        occurredAt = null;
        patientRef = null;
        site = null;
        score = null;
        outcome = null;
        text = null;
        latencyMs = null;
        subgroups = new TreeMap<>();
        features = new TreeMap<>();
    }

    void subgroup(String name, @Nullable String value) {
        put(subgroups, "subgroups.", name, value);
    }

    void feature(String name, @Nullable String value) {
        put(features, "features.", name, value);
    }

    void finish(LineSink<Prediction> sink) {
        var id = fields.id("predictionId", predictionId);
        var time = fields.requiredTime("occurredAt", occurredAt);
        var patient = fields.text("patientRef", patientRef, LineFields.LONGEST_ID);
        var place = fields.text("site", site, LineFields.LONGEST_ID);
        var probability = fields.score("score", score);
        var event = fields.outcome("outcome", outcome);
        var written = fields.text("text", text, LineFields.LONGEST_TEXT);
        var latency = fields.milliseconds("latencyMs", latencyMs);
        if (subgroups.size() > MOST_SUBGROUPS) {
            fields.refuse("subgroups", "are more than " + MOST_SUBGROUPS);
        }
        if (features.size() > MOST_FEATURES) {
            fields.refuse("features", "are more than " + MOST_FEATURES);
        }
        var problem = fields.problem();
        if (problem == null) {
            sink.read(
                    line,
                    new Prediction(
                            id, time, patient, place, probability, event, subgroups, features, written, latency));
        } else {
            sink.refused(problem);
        }
    }

    private void put(SortedMap<String, String> map, String prefix, String name, @Nullable String value) {
        var text = fields.text(prefix + name, value, LineFields.LONGEST_VALUE);
        if (text != null) {
            map.put(name, text);
        }
    }
}
