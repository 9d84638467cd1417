package org.overread.monitoring.drift;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.overread.monitoring.profile.CategoricalDistribution;
import org.overread.monitoring.profile.NumericDistribution;

/** Distributions that a line of Python makes as well. */
final class Sample {
    private Sample() {}

    /** Numpy's {@code value(i)} for {@code i = numpy.arange(n)}. */
    static NumericDistribution of(int n, LongToDoubleFunction value) {
        return NumericDistribution.of(LongStream.range(0, n).mapToDouble(value).toArray());
    }

    static NumericDistribution withMissing(long missing, NumericDistribution values) {
        return new NumericDistribution(values.values(), values.counts(), missing);
    }

    static CategoricalDistribution categories(long missing, Map<String, Long> counts) {
        return new CategoricalDistribution(new TreeMap<>(counts), missing);
    }
}
