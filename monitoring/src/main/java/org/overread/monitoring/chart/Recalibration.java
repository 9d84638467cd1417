package org.overread.monitoring.chart;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.CalibrationLine;
import org.overread.monitoring.metric.Ladder;

/**
 * What a score meant in the reference periods: risk = 1/(1 + exp(−a − b·logit(score))), with a and b of the logistic
 * regression of outcome on logit(score). So a model whose scores were always too high does not look as if something had
 * changed.
 */
record Recalibration(double intercept, double slope) {
    /** Learns; null when the regression has no maximum, for the reason the line gives. */
    static @Nullable Recalibration of(Ladder reference) {
        var line = CalibrationLine.of(reference);
        var intercept = line.intercept().value();
        var slope = line.slope().value();
        return intercept == null || slope == null ? null : new Recalibration(intercept, slope);
    }

    double of(double score) {
        var clipped = Math.clamp(score, CalibrationLine.CLIP, 1 - CalibrationLine.CLIP);
        return 1 / (1 + Math.exp(-intercept - slope * Math.log(clipped / (1 - clipped))));
    }
}
