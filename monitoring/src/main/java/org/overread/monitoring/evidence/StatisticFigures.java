package org.overread.monitoring.evidence;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.prediction.Predictions.Volume;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;

/** An evaluation in the words of the gate: the counts, then every metric of all cases and of each group. */
final class StatisticFigures {
    private static final Map<Metric, GateMetric> TOLD = Map.of(
            Metric.AUROC, GateMetric.AUROC,
            Metric.AUPRC, GateMetric.AUPRC,
            Metric.SENSITIVITY, GateMetric.SENSITIVITY,
            Metric.SPECIFICITY, GateMetric.SPECIFICITY,
            Metric.PPV, GateMetric.PPV,
            Metric.NPV, GateMetric.NPV,
            Metric.FLAG_RATE, GateMetric.FLAG_RATE,
            Metric.BRIER, GateMetric.BRIER,
            Metric.OBSERVED_EXPECTED, GateMetric.OBSERVED_EXPECTED);

    private StatisticFigures() {}

    /** The figures of an evaluation that small cells have been hidden in. */
    static Stream<Figure> of(Evaluation evaluation) {
        return Stream.of(
                        counts(evaluation),
                        figures(evaluation.overall(), null, null),
                        evaluation.subgroups().stream()
                                .flatMap(group -> figures(group, group.attribute(), group.value())))
                .flatMap(figures -> figures);
    }

    /**
     * The figures of a version that cannot be evaluated: how many predictions there are can be counted all the same.
     *
     * @param reason why there are no others
     */
    static Stream<Figure> without(Volume volume, String reason) {
        var predictions =
                counted(GateMetric.PREDICTIONS, SmallCells.hides(volume.patients()) ? null : volume.predictions());
        return GateMetric.ofKind(GateMetric.Kind.STATISTICS)
                .map(metric -> metric == GateMetric.PREDICTIONS ? predictions : Figure.missing(metric, reason));
    }

    private static Stream<Figure> counts(Evaluation evaluation) {
        return Stream.of(
                counted(GateMetric.PREDICTIONS, evaluation.rows()),
                counted(GateMetric.OUTCOMES, evaluation.labelled()),
                counted(GateMetric.EVENTS, evaluation.positives()),
                completeness(evaluation.labelled(), evaluation.rows()));
    }

    private static Figure counted(GateMetric metric, @Nullable Long count) {
        return count == null ? Figure.missing(metric, SmallCells.REASON) : Figure.counted(metric, count);
    }

    private static Figure completeness(@Nullable Long labelled, @Nullable Long rows) {
        if (labelled == null || rows == null) {
            return Figure.missing(GateMetric.OUTCOME_COMPLETENESS, SmallCells.REASON);
        }
        if (rows == 0) {
            return Figure.missing(GateMetric.OUTCOME_COMPLETENESS, "there are no predictions");
        }
        return new Figure(
                GateMetric.OUTCOME_COMPLETENESS,
                null,
                null,
                (double) labelled / rows,
                null,
                null,
                rows,
                null,
                labelled,
                Figure.Tier.FULL,
                null);
    }

    private static Stream<Figure> figures(GroupFigures group, @Nullable String attribute, @Nullable String value) {
        return TOLD.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(told -> figure(told.getValue(), group, told.getKey(), attribute, value));
    }

    private static Figure figure(
            GateMetric metric,
            GroupFigures group,
            Metric measured,
            @Nullable String attribute,
            @Nullable String value) {
        var estimate = group.get(measured);
        return new Figure(
                metric,
                attribute,
                value,
                estimate.value(),
                estimate.low(),
                estimate.high(),
                estimate.n(),
                group.labelled(),
                group.events(),
                Figure.Tier.valueOf(group.tier().name()),
                estimate.reason(),
                estimate.method());
    }
}
