package org.overread.monitoring.drift;

import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Pearson's chi-square test of a 2 × k table without continuity correction: {@code Σ (observed − expected)² / expected},
 * k − 1 degrees of freedom. The null hypothesis is that both windows have the same shares. Fewer than two categories are
 * refused with a reason. Source: {@code scipy.stats.chi2_contingency([reference, current], correction=False)}.
 */
final class ChiSquare {
    private static final ChiSquareTest TEST = ChiSquareTest.withDefaults();

    private ChiSquare() {}

    /** Tests counts, of which neither window is empty and no category is empty in both. */
    static Tested test(Counts counts) {
        if (counts.size() < 2) {
            return Tested.undefined("both windows have one and the same category only");
        }
        var result = TEST.test(new long[][] {counts.reference(), counts.current()});
        return Tested.of(result.getStatistic(), result.getPValue());
    }
}
