package org.overread.monitoring.evaluate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.PairedComparison;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.estimate.LabelFreeFigures;
import org.overread.monitoring.subgroup.Evaluation;

/**
 * All that the command tells.
 *
 * @param drift from the reference file; null without one
 * @param estimated what was to be expected, learned from the reference file; null without one
 * @param comparison with the other file; null without one
 */
record Answer(
        Evaluation evaluation,
        @Nullable List<JudgedColumn> drift,
        @Nullable Estimated estimated,
        @Nullable PairedComparison comparison) {
    /** What this file's own outcomes would say is in the evaluation already, so it is not learned from them. */
    private static final String NO_REFERENCE = "needs predictions with known outcome to learn from: --reference FILE";

    /** The machine contract's object. */
    Map<String, @Nullable Object> json(Arguments.Given given) {
        var json = EvaluationJson.of(evaluation);
        json.put(
                "estimated",
                estimated == null
                        ? EstimatedJson.figures(LabelFreeFigures.undefined(NO_REFERENCE))
                        : EstimatedJson.of(estimated));
        if (drift != null) {
            DriftJson.add(drift, json);
        }
        if (comparison != null && given.against() != null) {
            json.put(
                    "comparison",
                    ComparisonJson.of(name(given), given.against().getFileName().toString(), comparison));
        }
        return json;
    }

    private static String name(Arguments.Given given) {
        return given.file().getFileName().toString();
    }
}
