package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * One column of a window beside the reference window. Missing values are left out of every statistic but {@code
 * psiWithMissing}, and are tested on their own.
 *
 * @param bins both distributions for drawing: between the reference's deciles, or by category
 * @param psiWithMissing the index with the missing values as one bin more
 * @param missing of whether the share of missing values has changed; undefined for outcomes, which come late
 * @param missingFew whether how many are missing must not be told, see {@link FewHidden}; then a hidden bin holds them
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

    /** The share without a value in the reference window, from 0 to 1; null when hidden, or without predictions. */
    public @Nullable Double missingThen() {
        return missing(reference);
    }

    /** The same in the current window. */
    public @Nullable Double missingNow() {
        return missing(current);
    }

    private @Nullable Double missing(FeatureDistribution distribution) {
        return missingFew || distribution.total() == 0 ? null : Double.valueOf(distribution.missingRate());
    }

    /** The whole of both windows: the bins, and the predictions without a value, which of outcomes are no fact. */
    List<Bin> parts() {
        var parts = new ArrayList<>(bins);
        if (column.kind() != Column.Kind.OUTCOME && reference.missing() + current.missing() > 0) {
            parts.add(new Bin(PatientBins.MISSING, reference.missing(), current.missing()));
        }
        return parts;
    }

    /** The same without how many are missing, and with figures that do not give it away. */
    ColumnDrift withoutMissing() {
        return new ColumnDrift(
                column,
                reference,
                current,
                bins,
                psi,
                Estimate.undefined(SmallCells.REASON),
                jensenShannon,
                shape,
                Tested.undefined(SmallCells.REASON),
                true);
    }

    /** Whether bins of few were put together, so that the figures are of the bins as drawn. */
    public boolean hides() {
        return missingFew || bins.stream().anyMatch(bin -> bin.label().equals(Bin.FEW));
    }

    public boolean numeric() {
        return shape instanceof Shape.Numeric;
    }
}
