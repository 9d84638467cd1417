package org.overread.monitoring.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a feature looked like in some predictions.
 *
 * @param values how often each value came, as the text that was sent; of many only some are told
 * @param missing predictions without a value
 * @param numeric whether every value is a number
 * @param low the smallest number; null when there is none
 * @param high the largest
 * @param some whether more values came than are told
 */
public record FeatureSighting(
        String name,
        SortedMap<String, Long> values,
        long missing,
        boolean numeric,
        @Nullable Double low,
        @Nullable Double high,
        boolean some) {
    public FeatureSighting {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
