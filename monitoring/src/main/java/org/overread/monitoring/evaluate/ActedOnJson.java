package org.overread.monitoring.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.estimate.ActedOn;

/** Naive and adjusted figures in the words of the machine contract, in the manner of {@link EvaluationJson}. */
public final class ActedOnJson {
    private ActedOnJson() {}

    public static Map<String, @Nullable Object> of(ActedOn compared) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("meaning", compared.sentence());
        json.put("cases", compared.cases());
        json.put("actedOn", compared.acted());
        json.put("threshold", compared.threshold());
        compared.lines().forEach(line -> {
            var figure = new LinkedHashMap<String, @Nullable Object>();
            figure.put("naive", EvaluationJson.estimate(line.naive()));
            figure.put("adjusted", EvaluationJson.estimate(line.adjusted()));
            json.put(line.metric().key(), figure);
        });
        json.put("effectiveCases", compared.effective());
        json.put("assumes", ActedOn.ASSUMES);
        if (compared.reason() != null) {
            json.put("reason", compared.reason());
        }
        return json;
    }
}
