package org.overread.monitoring.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.Reliability;

/** A reliability curve in the words of the machine contract, in the manner of {@link EvaluationJson}. */
public final class ReliabilityJson {
    private ReliabilityJson() {}

    public static Map<String, @Nullable Object> of(Reliability curve) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("labelled", curve.labelled());
        json.put("equalWidth", bins(curve.equalWidth()));
        json.put("equalMass", bins(curve.equalMass()));
        if (curve.reason() != null) {
            json.put("reason", curve.reason());
        }
        return json;
    }

    private static List<Map<String, @Nullable Object>> bins(List<Reliability.Bin> bins) {
        return bins.stream().map(ReliabilityJson::bin).toList();
    }

    private static Map<String, @Nullable Object> bin(Reliability.Bin bin) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("bin", bin.name());
        json.put("n", bin.n());
        json.put("meanScore", bin.meanScore());
        json.put("observed", EvaluationJson.estimate(bin.observed()));
        return json;
    }
}
