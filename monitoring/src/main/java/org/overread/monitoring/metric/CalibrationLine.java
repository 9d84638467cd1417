package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * The logistic regression of outcome on logit(score) by maximum likelihood, with Wald intervals as
 * {@code statsmodels.Logit}. Scores are clipped to [{@value #CLIP}, 1 − {@value #CLIP}] first; people who write
 * exactly 0 or 1 make the slope depend on that constant.
 *
 * @param intercept 0 for a calibrated model
 * @param slope 1 for a calibrated model; below 1 the scores are too extreme
 * @param inTheLarge the intercept with the slope held at 1
 */
public record CalibrationLine(Estimate intercept, Estimate slope, Estimate inTheLarge) {
    public static final double CLIP = 1e-6;

    private static final int MOST_ROUNDS = 100;
    private static final int MOST_HALVES = 30;

    /** Newton's method doubles the correct digits, so one more step after this one is exact. */
    private static final double STILL = 1e-8;

    public static CalibrationLine of(Ladder ladder) {
        var lacking = ladder.lackingClass();
        if (lacking != null) {
            return undefined(lacking, Estimate.undefined(lacking));
        }
        var logits = logits(ladder);
        var inTheLarge = climb(ladder, logits, false);
        var intercept = inTheLarge == null
                ? Estimate.undefined("the likelihood has no maximum that could be found")
                : Estimate.wald(inTheLarge.intercept, 1 / inTheLarge.aa, "wald");
        var obstacle = obstacle(ladder.ranks());
        if (obstacle != null) {
            return undefined(obstacle, intercept);
        }
        var fit = climb(ladder, logits, true);
        if (fit == null) {
            return undefined("the likelihood has no maximum that could be found", intercept);
        }
        return new CalibrationLine(
                Estimate.wald(fit.intercept, fit.bb / fit.determinant(), "wald"),
                Estimate.wald(fit.slope, fit.aa / fit.determinant(), "wald"),
                intercept);
    }

    private static CalibrationLine undefined(String reason, Estimate inTheLarge) {
        return new CalibrationLine(Estimate.undefined(reason), Estimate.undefined(reason), inTheLarge);
    }

    /** Coefficients, the gradient (ga, gb) of the log-likelihood and its information (aa, ab, bb) at them. */
    private record Point(
            double intercept, double slope, double ga, double gb, double aa, double ab, double bb, boolean free) {
        double stepOfIntercept() {
            return free ? (bb * ga - ab * gb) / determinant() : ga / aa;
        }

        double stepOfSlope() {
            return free ? (aa * gb - ab * ga) / determinant() : 0;
        }

        /** Twice the likelihood that Newton's step promises to gain. */
        double promise() {
            return ga * stepOfIntercept() + gb * stepOfSlope();
        }

        double determinant() {
            return aa * bb - ab * ab;
        }
    }

    /** Newton's method, halving a step after which more would be left to gain than before. */
    private static @Nullable Point climb(Ladder ladder, double[] logits, boolean free) {
        var at = point(ladder, logits, 0, 1, free);
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var da = at.stepOfIntercept();
            var db = at.stepOfSlope();
            if (!Double.isFinite(da) || !Double.isFinite(db)) {
                return null;
            }
            var still = Math.abs(da) <= STILL * (1 + Math.abs(at.intercept))
                    && Math.abs(db) <= STILL * (1 + Math.abs(at.slope));
            var next = point(ladder, logits, at.intercept + da, at.slope + db, free);
            if (still) {
                return next;
            }
            for (var half = 0; half < MOST_HALVES && !(next.promise() < at.promise()); half++) {
                da /= 2;
                db /= 2;
                next = point(ladder, logits, at.intercept + da, at.slope + db, free);
            }
            at = next;
        }
        return null;
    }

    private static Point point(Ladder ladder, double[] logits, double intercept, double slope, boolean free) {
        double ga = 0;
        double gb = 0;
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (var step = 0; step < logits.length; step++) {
            var x = logits[step];
            var p = 1 / (1 + Math.exp(-intercept - slope * x));
            var n = ladder.events(step) + ladder.nonEvents(step);
            var residual = ladder.events(step) - n * p;
            var weight = n * p * (1 - p);
            ga += residual;
            gb += residual * x;
            aa += weight;
            ab += weight * x;
            bb += weight * x * x;
        }
        return new Point(intercept, slope, ga, gb, aa, ab, bb, free);
    }

    /** With one score and an intercept the maximum exists exactly when the two classes overlap. */
    private static @Nullable String obstacle(Ranks ranks) {
        var lowestEvent = clipped(ranks.lowestEvent);
        var highestEvent = clipped(ranks.highestEvent);
        var lowestOther = clipped(ranks.lowestNonEvent);
        var highestOther = clipped(ranks.highestNonEvent);
        if (Math.min(lowestEvent, lowestOther) == Math.max(highestEvent, highestOther)) {
            return "all scores are equal";
        }
        return highestOther <= lowestEvent || highestEvent <= lowestOther
                ? "the score separates events from non-events: the likelihood has no maximum"
                : null;
    }

    private static double[] logits(Ladder ladder) {
        var logits = new double[ladder.steps()];
        for (var step = 0; step < logits.length; step++) {
            var score = clipped(ladder.score(step));
            logits[step] = Math.log(score / (1 - score));
        }
        return logits;
    }

    private static double clipped(double score) {
        return Math.clamp(score, CLIP, 1 - CLIP);
    }
}
