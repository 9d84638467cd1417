package org.overread.web.monitoring;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.web.shell.Numbers;

/** Figures as sentences that somebody without statistics can check against a ward. */
final class Words {
    private static final int ALL = 100;

    private Words() {}

    /** What a figure says of patients; empty where no plain sentence does it justice. */
    static String of(Metric metric, Estimate estimate) {
        var value = estimate.value();
        if (value == null) {
            return "Not known: " + estimate.reason();
        }
        return switch (metric) {
            case AUROC ->
                "In %s of 100 pairs, the patient with the event has the higher score.".formatted(hundredth(value));
            case SENSITIVITY -> "Of 100 patients with the event, %s are flagged.".formatted(hundredth(value));
            case SPECIFICITY -> "Of 100 patients without the event, %s are left alone.".formatted(hundredth(value));
            case PPV -> "Of 100 flagged patients, %s have the event.".formatted(hundredth(value));
            case NPV -> "Of 100 patients left alone, %s stay without the event.".formatted(hundredth(value));
            case FLAG_RATE -> "Of 100 patients, %s are flagged.".formatted(hundredth(value));
            case PREVALENCE -> "Of 100 patients, %s have the event.".formatted(hundredth(value));
            case OBSERVED_EXPECTED -> "For 100 events the scores promise, %s come.".formatted(hundredth(value));
            case AUPRC -> "Precision over all thresholds; the prevalence is what chance reaches.";
            case F1 -> "Sensitivity and positive predictive value in one figure.";
            case NET_BENEFIT -> "True positives per patient, less what false alarms cost at this threshold.";
            case BRIER -> "Mean squared distance of score and outcome; 0 is perfect.";
            case SCALED_BRIER -> "Gain over always saying the prevalence; 1 is perfect, 0 is none.";
            case ECE_EQUAL_WIDTH, ECE_EQUAL_MASS -> "Mean distance of promised and observed share; 0 is perfect.";
            case CALIBRATION_INTERCEPT, CALIBRATION_IN_THE_LARGE -> "0 is right; below 0 the scores promise too much.";
            case CALIBRATION_SLOPE -> "1 is right; below 1 the scores are too extreme.";
        };
    }

    /** The one sentence on a version's figures. */
    static String truth(Evaluation shown) {
        var rows = shown.rows();
        if (rows == null) {
            return "There are too few patients to show any figure.";
        }
        return "%s predictions, %s with outcome; AUROC %s; observed/expected %s."
                .formatted(
                        Numbers.count(rows),
                        share(shown.labelled(), rows),
                        interval(shown.overall().get(Metric.AUROC)),
                        hundredths(shown.overall().get(Metric.OBSERVED_EXPECTED).value()));
    }

    static String interval(Estimate estimate) {
        return Numbers.interval(estimate.value(), estimate.low(), estimate.high());
    }

    /** The figure with the cases it rests on, such as {@code 0.64 (0.58–0.70), n = 263}. */
    static String figure(Estimate estimate) {
        return interval(estimate)
                + (estimate.value() == null || estimate.n() == null ? "" : ", n = " + Numbers.count(estimate.n()));
    }

    /** A name out of the data, such as {@code age_band}, as a heading. */
    static String heading(String name) {
        var words = name.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String share(@Nullable Long part, long whole) {
        if (part == null || whole == 0) {
            return "none";
        }
        var percent = 100.0 * part / whole;
        // 99.96 % is not all of them
        return part == whole ? "100 %" : String.format(Locale.ROOT, "%.1f %%", Math.min(percent, 99.9));
    }

    private static String hundredth(double share) {
        return String.format(Locale.ROOT, "%.0f", ALL * share);
    }

    private static String hundredths(@Nullable Double value) {
        return value == null ? "not known" : String.format(Locale.ROOT, "%.2f", value);
    }
}
