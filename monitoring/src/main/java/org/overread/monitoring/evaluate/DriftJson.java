package org.overread.monitoring.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.drift.Shape;
import org.overread.monitoring.drift.Tested;
import org.overread.monitoring.metric.Estimate;

/** Drift in the words of the machine contract, as maps, lists, strings, numbers and null. */
public final class DriftJson {
    private DriftJson() {}

    /** The contract's {@code drift} part with the windows it speaks of, and for how long each column has held. */
    public static Map<String, @Nullable Object> of(DriftReport report) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        if (report.windows() != null) {
            json.put("reference", period(report.windows().reference()));
            json.put("current", period(report.windows().current()));
            json.put("basis", report.basis().sentence());
        }
        put(report.findings(), DriftFinding::column, DriftJson::finding, json);
        return json;
    }

    /** Adds the features as {@code drift}, and beside them the score and the outcome, which no feature's name can hide. */
    static void add(List<JudgedColumn> columns, Map<String, @Nullable Object> json) {
        put(columns, JudgedColumn::column, DriftJson::column, json);
    }

    private static <T> void put(
            List<T> columns,
            Function<T, Column> column,
            Function<T, Map<String, @Nullable Object>> told,
            Map<String, @Nullable Object> json) {
        var features = new ArrayList<Map<String, @Nullable Object>>();
        json.put("drift", features);
        for (var each : columns) {
            switch (column.apply(each).kind()) {
                case FEATURE -> features.add(told.apply(each));
                case SCORE -> json.put("scoreDrift", told.apply(each));
                case OUTCOME -> json.put("outcomeDrift", told.apply(each));
            }
        }
    }

    private static Map<String, @Nullable Object> finding(DriftFinding finding) {
        var json = column(finding.overall());
        json.put("finding", finding.sustained());
        json.put("windowsHeld", finding.run());
        json.put("windowsCompared", finding.marks().size());
        json.put("meaning", finding.meaning());
        return json;
    }

    private static Map<String, @Nullable Object> column(JudgedColumn judged) {
        var drift = judged.drift();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("feature", judged.column().name());
        json.put("kind", drift.numeric() ? "numeric" : "categorical");
        json.put("psi", figure(drift.psi()));
        switch (drift.shape()) {
            case Shape.Numeric numeric -> {
                json.put("ks", test(numeric.kolmogorovSmirnov()));
                json.put("jensenShannon", figure(drift.jensenShannon()));
                json.put("wasserstein", figure(numeric.wasserstein()));
                json.put("wassersteinNormalised", figure(numeric.normalisedWasserstein()));
            }
            case Shape.Categorical categorical -> {
                json.put("chiSquare", test(categorical.chiSquare()));
                json.put("jensenShannon", figure(drift.jensenShannon()));
                json.put("lInfinity", figure(categorical.lInfinity()));
                json.put("totalVariation", figure(categorical.totalVariation()));
            }
        }
        json.put("psiWithMissing", figure(drift.psiWithMissing()));
        json.put("missing", missing(judged));
        json.put("moved", judged.moved());
        json.put("meaning", judged.meaning());
        return json;
    }

    private static Map<String, @Nullable Object> missing(JudgedColumn judged) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("reference", judged.drift().missingThen());
        json.put("current", judged.drift().missingNow());
        json.putAll(test(judged.drift().missing()));
        return json;
    }

    private static Object figure(Estimate estimate) {
        return estimate.value() == null ? EvaluationJson.estimate(estimate) : estimate.value();
    }

    private static Map<String, @Nullable Object> test(Tested tested) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("statistic", tested.statistic());
        json.put("pValue", tested.pValue());
        if (tested.reason() != null) {
            json.put("reason", tested.reason());
        }
        return json;
    }

    private static Map<String, String> period(Period period) {
        var json = new LinkedHashMap<String, String>();
        json.put("from", period.from().toString());
        json.put("to", period.to().toString());
        return json;
    }
}
