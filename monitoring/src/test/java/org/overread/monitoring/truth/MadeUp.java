package org.overread.monitoring.truth;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Disclosure;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;

/** Figures that no patients stand behind, each as a test needs it. */
final class MadeUp {
    private static final double Z = 1.959963984540054;

    private final Map<Metric, Estimate> figures = new EnumMap<Metric, Estimate>(
            Arrays.stream(Metric.values()).collect(toMap(each -> each, _ -> Estimate.undefined("not asked"))));
    private Tier tier = Tier.FULL;
    private long events = 1_000;
    private long labelled = 10_000;

    MadeUp auroc(double value, double error) {
        return with(Metric.AUROC, value, value - Z * error, value + Z * error);
    }

    /** @param error of the logarithm */
    MadeUp ratio(double value, double error) {
        return with(Metric.OBSERVED_EXPECTED, value, value * Math.exp(-Z * error), value * Math.exp(Z * error));
    }

    MadeUp slope(double value, double low, double high) {
        return with(Metric.CALIBRATION_SLOPE, value, low, high);
    }

    MadeUp with(Metric metric, double value, double low, double high) {
        figures.put(metric, Estimate.of(value, low, high, "made up"));
        return this;
    }

    MadeUp of(long ofEvents, long ofLabelled) {
        events = ofEvents;
        labelled = ofLabelled;
        return this;
    }

    MadeUp few() {
        tier = Tier.LOW_PRECISION;
        return this;
    }

    GroupFigures group(String attribute, String value) {
        return new GroupFigures(
                attribute, value, labelled, labelled, events, tier, Disclosure.SHOWN, new Figures(figures, null, null));
    }

    Evaluation whole(GroupFigures... groups) {
        return new Evaluation(
                labelled, labelled, events, 0.3, group("overall", "all"), List.of(groups), List.of(), List.of());
    }
}
