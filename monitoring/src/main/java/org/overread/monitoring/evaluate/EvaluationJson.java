package org.overread.monitoring.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Disparity;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;

/**
 * An evaluation in the words of the machine contract, as maps, lists, strings, numbers and null that any JSON library
 * writes alike. What is undefined is {@code {"value":null,"reason":"…"}}.
 */
public final class EvaluationJson {
    private static final List<Metric> TOLD = List.of(
            Metric.AUROC,
            Metric.AUPRC,
            Metric.SENSITIVITY,
            Metric.SPECIFICITY,
            Metric.PPV,
            Metric.NPV,
            Metric.F1,
            Metric.FLAG_RATE,
            Metric.PREVALENCE,
            Metric.BRIER,
            Metric.ECE_EQUAL_WIDTH,
            Metric.ECE_EQUAL_MASS,
            Metric.CALIBRATION_INTERCEPT,
            Metric.CALIBRATION_SLOPE,
            Metric.OBSERVED_EXPECTED);

    private EvaluationJson() {}

    /** The contract's object; say what {@link org.overread.monitoring.subgroup.SmallCells} lets through. */
    public static Map<String, @Nullable Object> of(Evaluation evaluation) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("rows", evaluation.rows());
        json.put("labelled", evaluation.labelled());
        json.put("positives", evaluation.positives());
        json.put("threshold", evaluation.threshold());
        json.put("overall", figures(evaluation.overall(), new LinkedHashMap<>()));
        json.put(
                "subgroups",
                evaluation.subgroups().stream().map(EvaluationJson::group).toList());
        json.put(
                "disparities",
                evaluation.disparities().stream().map(EvaluationJson::disparity).toList());
        return json;
    }

    /** One figure. */
    static Map<String, @Nullable Object> estimate(Estimate estimate) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("value", estimate.value());
        if (estimate.low() != null) {
            json.put("low", estimate.low());
            json.put("high", estimate.high());
        }
        if (estimate.n() != null) {
            json.put("n", estimate.n());
        }
        if (estimate.method() != null) {
            json.put("method", estimate.method());
        }
        if (estimate.reason() != null) {
            json.put("reason", estimate.reason());
        }
        return json;
    }

    private static Map<String, @Nullable Object> group(GroupFigures group) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("attribute", group.attribute());
        json.put("value", group.value());
        return figures(group, json);
    }

    private static Map<String, @Nullable Object> figures(GroupFigures group, Map<String, @Nullable Object> json) {
        json.put("n", group.n());
        json.put("events", group.events());
        json.put("tier", group.tier().name());
        TOLD.forEach(metric -> json.put(metric.key(), estimate(group.get(metric))));
        return json;
    }

    private static Map<String, @Nullable Object> disparity(Disparity disparity) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("attribute", disparity.attribute());
        json.put("metric", disparity.metric().key());
        json.put("reference", disparity.reference());
        json.put("value", disparity.value());
        json.put("difference", estimate(disparity.difference()));
        json.put("ratio", estimate(disparity.ratio()));
        return json;
    }
}
