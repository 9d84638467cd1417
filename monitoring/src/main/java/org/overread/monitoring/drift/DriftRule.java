package org.overread.monitoring.drift;

/**
 * When a difference between a window and the reference window is a finding. With thousands of predictions a month
 * nearly every column differs significantly, so a column has <em>moved</em> in a window only when the effect is at or
 * over its limit <em>and</em> the p-value, corrected over every test of the window (Holm), is at or under alpha. Values
 * and missingness are tested apart. It is a finding only when it held in so many of the latest windows.
 *
 * @param alpha the probability that a window without any drift names a column, over all columns together; above 0,
 *     below 1
 * @param kolmogorovSmirnov the least Kolmogorov–Smirnov statistic of a numeric column that matters, in (0, 1]
 * @param totalVariation the least total variation distance of a categorical column that matters, in (0, 1]
 * @param prevalence the least change in the share of events among known outcomes that matters, in (0, 1]
 * @param missing the least change in the share of missing values that matters, in (0, 1]
 * @param held in how many of the latest windows a column must have moved; from 1 to windows
 * @param windows how many of the latest windows are looked at
 * @param fewest present values that a column needs in the window and in the reference window to be tested; fewer are
 *     "too few"
 */
public record DriftRule(
        double alpha,
        double kolmogorovSmirnov,
        double totalVariation,
        double prevalence,
        double missing,
        int held,
        int windows,
        long fewest) {
    /** The rule unless a plan declares another one; measured by {@code DriftSimulation} in the tests. */
    public static final DriftRule DEFAULT = new DriftRule(0.05, 0.05, 0.05, 0.03, 0.05, 2, 3, 200);

    public DriftRule {
        // written so that NaN fails it
        require(alpha > 0 && alpha < 1, "alpha must lie between 0 and 1");
        require(limit(kolmogorovSmirnov), "the limit of Kolmogorov–Smirnov must lie in (0, 1]");
        require(limit(totalVariation), "the limit of total variation must lie in (0, 1]");
        require(limit(prevalence), "the limit of prevalence must lie in (0, 1]");
        require(limit(missing), "the limit of missing values must lie in (0, 1]");
        require(held >= 1 && held <= windows, "a finding must hold for 1 to " + windows + " windows");
        require(fewest >= 1, "at least one value is needed");
    }

    private static boolean limit(double value) {
        return value > 0 && value <= 1;
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
