package org.overread.monitoring.drift;

import java.util.List;
import java.util.SortedMap;
import org.overread.monitoring.profile.FeatureDistribution;

/**
 * What the columns of a version looked like.
 *
 * @param periods the distributions of every column in each period. A column is of one kind in all of them, and occurs in
 *     all of them when it occurs in any
 */
public record Observed(List<SortedMap<Column, FeatureDistribution>> periods, DriftBasis basis) {
    public Observed {
        periods = List.copyOf(periods);
    }
}
