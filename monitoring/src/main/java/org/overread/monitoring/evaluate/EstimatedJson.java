package org.overread.monitoring.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.estimate.LabelFreeFigures;

/** An estimate without outcomes in the words of the machine contract, in the manner of {@link EvaluationJson}. */
public final class EstimatedJson {
    private EstimatedJson() {}

    /** The figures, what they assume, and how many outcomes are known. */
    public static Map<String, @Nullable Object> of(Estimated estimated) {
        var completeness = estimated.completeness();
        var json = figures(estimated.figures());
        json.put("threshold", estimated.threshold());
        json.put("assumes", LabelFreeFigures.ASSUMES);
        json.put("outcomeCompleteness", EvaluationJson.estimate(completeness.share()));
        var compared = completeness.flaggedAgainstUnflagged();
        var verification = new LinkedHashMap<String, @Nullable Object>();
        verification.put("difference", EvaluationJson.estimate(compared.difference()));
        verification.put("pValue", compared.pValue());
        verification.put("biased", completeness.biased());
        verification.put("warning", completeness.biased() ? completeness.warning() : null);
        json.put("verificationBias", verification);
        return json;
    }

    /** The figures alone, for whoever says beside them how many outcomes are known. */
    static Map<String, @Nullable Object> figures(LabelFreeFigures figures) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        LabelFreeFigures.METRICS.forEach(
                metric -> json.put(metric.key(), EvaluationJson.estimate(figures.get(metric))));
        return json;
    }
}
