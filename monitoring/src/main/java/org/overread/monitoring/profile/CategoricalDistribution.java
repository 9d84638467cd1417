package org.overread.monitoring.profile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A categorical feature as its categories with the number of times each occurs.
 *
 * @param counts positive, in the order of the categories' names
 * @param missing predictions without a value
 */
public record CategoricalDistribution(SortedMap<String, Long> counts, long missing) implements FeatureDistribution {
    public CategoricalDistribution {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        if (missing < 0 || counts.values().stream().anyMatch(count -> count <= 0)) {
            throw new IllegalArgumentException("counts must be positive, and missing cannot be negative");
        }
    }

    @Override
    public long present() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
