package org.overread.monitoring.metric;

import java.util.ArrayList;
import java.util.List;

/** How far scores can be read as probabilities: Brier score, calibration errors, observed over expected. */
public final class Calibration {
    private static final String EMPTY = "no labelled predictions";

    private Calibration() {}

    /** Mean of (score − outcome)². */
    static Estimate brier(Ladder ladder) {
        return ladder.size() == 0 ? Estimate.undefined(EMPTY) : Estimate.of(meanSquare(ladder));
    }

    /** 1 − Brier / (π(1−π)), where π is the share of events. */
    static Estimate scaledBrier(Ladder ladder) {
        var lacking = ladder.lackingClass();
        if (lacking != null) {
            return Estimate.undefined(lacking);
        }
        var share = (double) ladder.events() / ladder.size();
        return Estimate.of(1 - meanSquare(ladder) / (share * (1 - share)));
    }

    /** The bin-weighted mean of |mean score − share of events|. */
    static Estimate error(List<ReliabilityBin> bins) {
        var rows = bins.stream().mapToLong(ReliabilityBin::n).sum();
        return rows == 0
                ? Estimate.undefined(EMPTY)
                : Estimate.of(
                        bins.stream().mapToDouble(bin -> bin.n() * bin.gap()).sum() / rows);
    }

    /** Σ outcome / Σ score, with interval exp(log(O/E) ± z·√((1 − O/n)/O)). */
    static Estimate observedOverExpected(Ladder ladder) {
        if (ladder.size() == 0) {
            return Estimate.undefined(EMPTY);
        }
        var expected = 0.0;
        for (var step = 0; step < ladder.steps(); step++) {
            expected += ladder.score(step) * (ladder.events(step) + ladder.nonEvents(step));
        }
        if (expected == 0) {
            return Estimate.undefined("all scores are zero: no events were expected");
        }
        double observed = ladder.events();
        var ratio = observed / expected;
        return Double.isFinite(ratio)
                ? Comparison.logRatio(ratio, (1 - observed / ladder.size()) / observed)
                : Estimate.undefined("all scores are next to zero: no events were expected");
    }

    /** The reliability curve over bins [0, 1/b), …, [1 − 1/b, 1]; empty bins are left out. */
    public static List<ReliabilityBin> equalWidth(Ladder ladder, int bins) {
        var rows = new double[bins];
        var events = new double[bins];
        var scores = new double[bins];
        for (var step = 0; step < ladder.steps(); step++) {
            var bin = binOf(ladder.score(step), bins);
            var count = ladder.events(step) + ladder.nonEvents(step);
            rows[bin] += count;
            events[bin] += ladder.events(step);
            scores[bin] += ladder.score(step) * count;
        }
        var curve = new ArrayList<ReliabilityBin>();
        for (var bin = 0; bin < bins; bin++) {
            if (rows[bin] > 0) {
                curve.add(new ReliabilityBin(Math.round(rows[bin]), scores[bin] / rows[bin], events[bin] / rows[bin]));
            }
        }
        return curve;
    }

    /**
     * Which of the bins [0, 1/b), …, [1 − 1/b, 1] a score lies in, counted from 0. A product such as 0.29 × 100 falls
     * just short of its edge, so the edge itself decides.
     */
    public static int binOf(double score, int bins) {
        var bin = Math.min((int) (score * bins), bins - 1);
        if (score < (double) bin / bins) {
            return bin - 1;
        }
        return bin + 1 < bins && score >= (double) (bin + 1) / bins ? bin + 1 : bin;
    }

    private static double meanSquare(Ladder ladder) {
        var sum = 0.0;
        for (var step = 0; step < ladder.steps(); step++) {
            var score = ladder.score(step);
            sum += ladder.events(step) * (1 - score) * (1 - score) + ladder.nonEvents(step) * score * score;
        }
        return sum / ladder.size();
    }
}
