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
    private static final double STILL = 1e-12;

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
        var obstacle = obstacle(ladder, logits);
        if (obstacle != null) {
            return undefined(obstacle, intercept);
        }
        var fit = climb(ladder, logits, true);
        if (fit == null) {
            return undefined("the likelihood has no maximum that could be found", intercept);
        }
        var determinant = fit.aa * fit.bb - fit.ab * fit.ab;
        return new CalibrationLine(
                Estimate.wald(fit.intercept, fit.bb / determinant, "wald"),
                Estimate.wald(fit.slope, fit.aa / determinant, "wald"),
                intercept);
    }

    private static CalibrationLine undefined(String reason, Estimate inTheLarge) {
        return new CalibrationLine(Estimate.undefined(reason), Estimate.undefined(reason), inTheLarge);
    }

    /** Coefficients with the log-likelihood, its gradient and its information (aa, ab, bb) at them. */
    private record Point(
            double intercept, double slope, double likelihood, double ga, double gb, double aa, double ab, double bb) {}

    /** Newton's method, halving a step that would go downhill. */
    private static @Nullable Point climb(Ladder ladder, double[] logits, boolean free) {
        var at = point(ladder, logits, 0, 1);
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var determinant = at.aa * at.bb - at.ab * at.ab;
            var da = free ? (at.bb * at.ga - at.ab * at.gb) / determinant : at.ga / at.aa;
            var db = free ? (at.aa * at.gb - at.ab * at.ga) / determinant : 0;
            if (!Double.isFinite(da) || !Double.isFinite(db)) {
                return null;
            }
            var next = point(ladder, logits, at.intercept + da, at.slope + db);
            for (var half = 0; half < 30 && !(next.likelihood >= at.likelihood - slack(at)); half++) {
                da /= 2;
                db /= 2;
                next = point(ladder, logits, at.intercept + da, at.slope + db);
            }
            at = next;
            if (Math.abs(da) <= STILL * (1 + Math.abs(at.intercept))
                    && Math.abs(db) <= STILL * (1 + Math.abs(at.slope))) {
                return at;
            }
        }
        return null;
    }

    /** Rounding alone may lower a sum of many terms by this much. */
    private static double slack(Point at) {
        return 1e-12 * Math.abs(at.likelihood);
    }

    private static Point point(Ladder ladder, double[] logits, double intercept, double slope) {
        double likelihood = 0;
        double ga = 0;
        double gb = 0;
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (var step = 0; step < logits.length; step++) {
            var x = logits[step];
            var eta = intercept + slope * x;
            var tail = Math.exp(-Math.abs(eta));
            var p = eta >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
            double n = ladder.events(step) + ladder.nonEvents(step);
            var residual = ladder.events(step) - n * p;
            var weight = n * tail / ((1 + tail) * (1 + tail));
            likelihood += ladder.events(step) * eta - n * (Math.max(eta, 0) + Math.log1p(tail));
            ga += residual;
            gb += residual * x;
            aa += weight;
            ab += weight * x;
            bb += weight * x * x;
        }
        return new Point(intercept, slope, likelihood, ga, gb, aa, ab, bb);
    }

    /** With one score and an intercept the maximum exists exactly when the two classes overlap. */
    private static @Nullable String obstacle(Ladder ladder, double[] logits) {
        if (logits[0] == logits[logits.length - 1]) {
            return "all scores are equal";
        }
        var lowestEvent = Double.POSITIVE_INFINITY;
        var highestEvent = Double.NEGATIVE_INFINITY;
        var lowestOther = Double.POSITIVE_INFINITY;
        var highestOther = Double.NEGATIVE_INFINITY;
        for (var step = 0; step < logits.length; step++) {
            if (ladder.events(step) > 0) {
                lowestEvent = Math.min(lowestEvent, logits[step]);
                highestEvent = logits[step];
            }
            if (ladder.nonEvents(step) > 0) {
                lowestOther = Math.min(lowestOther, logits[step]);
                highestOther = logits[step];
            }
        }
        return highestOther <= lowestEvent || highestEvent <= lowestOther
                ? "the score separates events from non-events: the likelihood has no maximum"
                : null;
    }

    private static double[] logits(Ladder ladder) {
        var logits = new double[ladder.steps()];
        for (var step = 0; step < logits.length; step++) {
            var score = Math.clamp(ladder.score(step), CLIP, 1 - CLIP);
            logits[step] = Math.log(score / (1 - score));
        }
        return logits;
    }
}
