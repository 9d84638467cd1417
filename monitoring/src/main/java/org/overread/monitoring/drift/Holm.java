package org.overread.monitoring.drift;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction: the i-th smallest of k p-values is multiplied by k − i + 1, and no adjusted value is
 * under one of a smaller p-value. Whoever calls the adjusted values at or under alpha findings is wrong about any of
 * the true null hypotheses with a probability of at most alpha, however the tests depend on each other. Source: {@code
 * statsmodels.stats.multitest.multipletests(p, method="holm")}, R {@code p.adjust(p, "holm")}.
 */
final class Holm {
    private Holm() {}

    static double[] adjust(double... pValues) {
        var order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var adjusted = new double[pValues.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, pValues[order[i]] * (order.length - i)));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
