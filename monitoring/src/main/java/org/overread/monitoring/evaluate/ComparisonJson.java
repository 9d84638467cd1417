package org.overread.monitoring.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.PairedComparison;
import org.overread.monitoring.comparison.Verdict;
import org.overread.registry.ModelVersionId;

/** A comparison in the words of the machine contract, in the manner of {@link EvaluationJson}. */
public final class ComparisonJson {
    private ComparisonJson() {}

    public static Map<String, @Nullable Object> of(ModelVersionId version, int with, PairedComparison comparison) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("version", version.version());
        json.put("with", with);
        json.put("conclusion", Verdict.of(version.version(), with, comparison));
        add(comparison, json);
        return json;
    }

    /** Of two files by their names. */
    static Map<String, @Nullable Object> of(String file, String against, PairedComparison comparison) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("file", file);
        json.put("against", against);
        json.put("conclusion", Verdict.of(file, against, comparison));
        add(comparison, json);
        return json;
    }

    private static void add(PairedComparison comparison, Map<String, @Nullable Object> json) {
        json.put("cases", comparison.cases());
        json.put("labelled", comparison.labelled());
        json.put("events", comparison.events());
        json.put("contradicting", comparison.contradicting());
        json.put("match", comparison.match().name());
        json.put("threshold", comparison.threshold());
        json.put("otherThreshold", comparison.otherThreshold());
        json.put(
                "figures", comparison.lines().stream().map(ComparisonJson::line).toList());
    }

    private static Map<String, @Nullable Object> line(PairedComparison.Line line) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("metric", line.metric().key());
        json.put("figure", EvaluationJson.estimate(line.figure()));
        json.put("other", EvaluationJson.estimate(line.other()));
        json.put("difference", EvaluationJson.estimate(line.difference()));
        json.put("pValue", line.pValue());
        return json;
    }
}
