package org.overread.monitoring.comparison;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.PairedAuroc;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * How two versions rank the same cases: what can be told of them whether they declare thresholds or not.
 *
 * @param cases those whose outcome is known; null when hidden
 * @param difference the version's AUROC minus that of the other
 * @param pValue two-sided, of no difference; null when there is none
 */
public record Ranking(
        @Nullable Long cases, Estimate difference, @Nullable Double pValue) {
    private static final double ANY = 0.5;

    public static Ranking of(PairedCases cases) {
        // events and non-events are the same at every threshold
        if (new PairedTable(cases, ANY, ANY, true).hidesCounts()) {
            return new Ranking(null, Estimate.undefined(SmallCells.REASON), null);
        }
        var auroc = PairedAuroc.of(cases.scores(), cases.others(), cases.outcomes());
        return new Ranking((long) cases.size(), auroc.difference(), auroc.pValue());
    }
}
