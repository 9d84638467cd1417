package org.overread.monitoring.drift;

import java.util.List;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.FeatureDistribution;

/**
 * One column of a window beside the reference window. Missing values are left out of every statistic but {@code
 * psiWithMissing}, and are tested on their own.
 *
 * @param bins both distributions for drawing: between the reference's deciles, or by category
 * @param psiWithMissing the index with the missing values as one bin more
 * @param missing of whether the share of missing values has changed; undefined for outcomes, which come late
 * @param missingFew whether the predictions without a value must not be drawn apart, see {@link FewHidden}
 */
public record ColumnDrift(
        Column column,
        FeatureDistribution reference,
        FeatureDistribution current,
        List<Bin> bins,
        Estimate psi,
        Estimate psiWithMissing,
        Estimate jensenShannon,
        Shape shape,
        Tested missing,
        boolean missingFew) {
    public ColumnDrift {
        bins = List.copyOf(bins);
    }

    /**
     * Compares two windows.
     *
     * @throws IllegalArgumentException when one is numeric and the other categorical
     */
    public static ColumnDrift of(Column column, FeatureDistribution reference, FeatureDistribution current) {
        return new Comparing(column, reference, current).drift();
    }

    /** The same with the bins that may be drawn. */
    ColumnDrift shown(List<Bin> drawn, boolean fewMissing) {
        return new ColumnDrift(
                column, reference, current, drawn, psi, psiWithMissing, jensenShannon, shape, missing, fewMissing);
    }

    public boolean numeric() {
        return shape instanceof Shape.Numeric;
    }
}
