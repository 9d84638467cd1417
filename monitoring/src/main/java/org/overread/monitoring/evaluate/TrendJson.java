package org.overread.monitoring.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Trend;
import org.overread.monitoring.performance.TrendPoint;

/** A trend in the words of the machine contract, in the manner of {@link EvaluationJson}. */
public final class TrendJson {
    private TrendJson() {}

    public static Map<String, @Nullable Object> of(Trend trend) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("metric", trend.metric().key());
        json.put("period", trend.period().name());
        json.put("by", trend.attribute());
        json.put("value", trend.value());
        json.put("threshold", trend.threshold());
        json.put("basis", trend.basis().sentence());
        json.put("points", trend.points().stream().map(TrendJson::point).toList());
        return json;
    }

    private static Map<String, @Nullable Object> point(TrendPoint point) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("from", point.from().toString());
        json.put("to", point.to().toString());
        json.put("n", point.predictions());
        json.put("labelled", point.labelled());
        json.put("events", point.events());
        json.put("outcomeCompleteness", point.completeness());
        json.put("tier", point.tier().name());
        json.put("estimate", EvaluationJson.estimate(point.estimate()));
        return json;
    }
}
