package org.overread.monitoring.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one group at one threshold; every metric has its entry, be it only a reason.
 *
 * @param estimates by metric, complete
 * @param confusion the 2 × 2 table; null when withheld
 * @param auroc the area with its variance, for comparisons; null when withheld
 */
public record Figures(
        Map<Metric, Estimate> estimates,
        @Nullable Confusion confusion,
        @Nullable Auroc auroc) {
    public Figures {
        if (estimates.size() != Metric.values().length) {
            throw new IllegalArgumentException("every metric needs an entry");
        }
        estimates = Collections.unmodifiableMap(new EnumMap<>(estimates));
    }

    /**
     * Computes every figure.
     *
     * @param threshold flags scores at or above it
     * @param bins of the equal-width calibration error
     */
    public static Figures of(Ladder ladder, double threshold, int bins) {
        var auroc = Auroc.of(ladder);
        var table = Confusion.of(ladder, threshold);
        var line = CalibrationLine.of(ladder);
        var all = new EnumMap<Metric, Estimate>(Metric.class);
        all.put(Metric.AUROC, auroc.estimate());
        all.put(Metric.AUPRC, AveragePrecision.of(ladder));
        all.put(Metric.SENSITIVITY, table.sensitivity().wilson("no events among the labelled predictions"));
        all.put(Metric.SPECIFICITY, table.specificity().wilson("no non-events among the labelled predictions"));
        all.put(Metric.PPV, table.ppv().wilson("nothing labelled was flagged at this threshold"));
        all.put(Metric.NPV, table.npv().wilson("everything labelled was flagged at this threshold"));
        all.put(Metric.F1, table.f1());
        all.put(Metric.FLAG_RATE, table.flagRate().wilson("no labelled predictions"));
        all.put(Metric.PREVALENCE, table.prevalence().wilson("no labelled predictions"));
        all.put(Metric.NET_BENEFIT, table.netBenefit(threshold));
        all.put(Metric.BRIER, Calibration.brier(ladder));
        all.put(Metric.SCALED_BRIER, Calibration.scaledBrier(ladder));
        all.put(Metric.ECE_EQUAL_WIDTH, Calibration.error(Calibration.equalWidth(ladder, bins)));
        all.put(Metric.ECE_EQUAL_MASS, Calibration.error(ladder.equalMass()));
        all.put(Metric.CALIBRATION_INTERCEPT, line.intercept());
        all.put(Metric.CALIBRATION_SLOPE, line.slope());
        all.put(Metric.CALIBRATION_IN_THE_LARGE, line.inTheLarge());
        all.put(Metric.OBSERVED_EXPECTED, Calibration.observedOverExpected(ladder));
        all.replaceAll((metric, estimate) -> estimate.restingOn(table.casesOf(metric)));
        return new Figures(all, table, auroc);
    }

    /** No figure at all, for one reason. */
    public static Figures withheld(String reason) {
        var all = new EnumMap<Metric, Estimate>(Metric.class);
        for (var metric : Metric.values()) {
            all.put(metric, Estimate.undefined(reason));
        }
        return new Figures(all, null, null);
    }

    /** These figures without those at the threshold. */
    public Figures withoutThreshold(String reason) {
        return without(Metric::atThreshold, reason);
    }

    public Estimate get(Metric metric) {
        var estimate = estimates.get(metric);
        if (estimate == null) {
            throw new IllegalStateException("every metric has an entry");
        }
        return estimate;
    }

    /** These figures with others in place of some. */
    public Figures with(Map<Metric, Estimate> others) {
        var all = new EnumMap<>(estimates);
        all.putAll(others);
        return new Figures(all, confusion, auroc);
    }

    private Figures without(Predicate<Metric> hidden, String reason) {
        var all = new EnumMap<>(estimates);
        all.replaceAll((metric, estimate) -> hidden.test(metric) ? Estimate.undefined(reason) : estimate);
        return new Figures(all, null, auroc);
    }
}
