package org.overread.web.metrics;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.overread.web.metrics.Exposition.Family;

/** How long something took, counted in ranges of seconds. */
final class Times {
    private static final double[] LIMITS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    private final LongAdder[] counts = new LongAdder[LIMITS.length + 1];
    private final DoubleAdder sum = new DoubleAdder();

    Times() {
        Arrays.setAll(counts, i -> new LongAdder());
    }

    void add(double seconds) {
        int range = 0;
        while (range < LIMITS.length && seconds > LIMITS[range]) {
            range++;
        }
        counts[range].increment();
        sum.add(seconds);
    }

    /** Tells them as a histogram: each range with all below it. */
    void tell(Family family, String... labels) {
        var bounded = Arrays.copyOf(labels, labels.length + 2);
        bounded[labels.length] = "le";
        long upTo = 0;
        for (int i = 0; i <= LIMITS.length; i++) {
            upTo += counts[i].sum();
            bounded[labels.length + 1] = Exposition.number(i < LIMITS.length ? LIMITS[i] : Double.POSITIVE_INFINITY);
            family.suffixed("_bucket", upTo, bounded);
        }
        family.suffixed("_sum", sum.sum(), labels).suffixed("_count", upTo, labels);
    }
}
