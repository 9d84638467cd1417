package org.overread.monitoring.integrity;

import java.util.Collection;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Between which values the numbers of a feature mostly lie.
 *
 * @param low the 5 % quantile
 * @param median the 50 % quantile
 * @param high the 95 % quantile
 */
public record Scale(double low, double median, double high) {
    /**
     * What is usual, from the scales of single batches: the median of each of the three. One odd batch does not move
     * it. Empty when there are none.
     */
    public static Optional<Scale> usual(Collection<Scale> scales) {
        return scales.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scale(
                        middle(scales, Scale::low), middle(scales, Scale::median), middle(scales, Scale::high)));
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    private static double middle(Collection<Scale> scales, ToDoubleFunction<Scale> quantile) {
        var sorted = scales.stream().mapToDouble(quantile).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
