package org.overread.monitoring.drift;

import java.util.Arrays;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.overread.monitoring.profile.NumericDistribution;

/**
 * The two-sided two-sample Kolmogorov–Smirnov test: {@code D = sup |F(x) − G(x)|} over the two empirical distribution
 * functions, from 0 to 1. The null hypothesis is that both windows come from one continuous distribution; with ties, as
 * in counts and whole years, p is too large rather than too small. p is exact while neither window has more than 10,000
 * values, and beyond that the distribution of the one-sample statistic at {@code n·m/(n + m)}, rounded. Source: {@code
 * scipy.stats.ks_2samp(reference, current, method="auto")}.
 */
final class KolmogorovSmirnov {
    private static final long MOST_EXACT = 10_000;
    private static final KolmogorovSmirnovTest EXACT =
            KolmogorovSmirnovTest.withDefaults().with(PValueMethod.EXACT);

    private KolmogorovSmirnov() {}

    /** Tests two distributions, each with at least one value. */
    static Tested test(NumericDistribution reference, NumericDistribution current) {
        long fewer = Math.min(reference.present(), current.present());
        long more = Math.max(reference.present(), current.present());
        if (fewer > 1 && more <= MOST_EXACT) {
            var result = EXACT.test(sample(reference), sample(current));
            return Tested.of(result.getStatistic(), result.getPValue());
        }
        double statistic = statistic(reference, current);
        if (more <= MOST_EXACT) {
            return Tested.of(statistic, single(Math.rint(statistic * more), more));
        }
        double size = Math.rint((double) fewer * more / (fewer + more));
        return Tested.of(statistic, oneSample(statistic, (int) Math.min(1 << 30, size)));
    }

    /** The largest distance, without writing the samples out. */
    static double statistic(NumericDistribution reference, NumericDistribution current) {
        var steps = new Steps(reference, current);
        double largest = 0;
        while (steps.next()) {
            largest = Math.max(largest, Math.abs(steps.gap()));
        }
        return largest;
    }

    /** The exact probability for one value among n others, which has each of n + 1 ranks alike. */
    private static double single(double steps, long n) {
        return Math.min(1, 2 * (n - steps + 1) / (n + 1));
    }

    /**
     * The probability of a one-sample statistic of at least d among n values. The library gives it only together with a
     * sample, so it gets one that has just this statistic: its distribution function is d at the first value, and
     * nowhere else as far from the steps.
     */
    private static double oneSample(double d, int n) {
        if (d * n <= 0.5) {
            return 1; // no sample of n values has a smaller statistic
        }
        if (n == 1) {
            return 2 * (1 - d); // the library wants two values
        }
        var sample = new double[n];
        Arrays.setAll(sample, i -> i);
        return KolmogorovSmirnovTest.withDefaults()
                .test(sample, x -> Math.max(d, (x + 0.5) / n))
                .getPValue();
    }

    private static double[] sample(NumericDistribution distribution) {
        var values = distribution.values();
        var counts = distribution.counts();
        var sample = new double[(int) distribution.present()];
        for (int i = 0, from = 0; i < values.length; i++) {
            int to = from + (int) counts[i];
            Arrays.fill(sample, from, to, values[i]);
            from = to;
        }
        return sample;
    }
}
