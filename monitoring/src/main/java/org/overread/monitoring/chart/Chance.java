package org.overread.monitoring.chart;

import java.util.random.RandomGenerator;

/** Draws periods in which nothing changed. */
final class Chance {
    /** From this variance on, a binomial number is as good as normal for this purpose, and much quicker. */
    private static final double LARGE = 9;

    private Chance() {}

    /** A period of the same size at the usual rate, scattered as the baseline says. */
    static PeriodCount period(PeriodCount like, Baseline usual, RandomGenerator chance) {
        var excess = usual.dispersion() * usual.dispersion() - 1;
        var rate = usual.rate();
        if (excess > 0) {
            var spread = Math.sqrt(excess * rate * (1 - rate) / like.of());
            rate = Math.clamp(rate + spread * chance.nextGaussian(), 0.0, 1.0);
        }
        return new PeriodCount(like.from(), like.length(), binomial(like.of(), rate, chance), like.of());
    }

    static long binomial(long of, double rate, RandomGenerator chance) {
        var variance = of * rate * (1 - rate);
        if (variance >= LARGE) {
            return Math.clamp(Math.round(of * rate + Math.sqrt(variance) * chance.nextGaussian()), 0, of);
        }
        return skipping(of, rate, chance);
    }

    /** Jumps from one rare case to the next. */
    private static long skipping(long of, double rate, RandomGenerator chance) {
        var rare = Math.min(rate, 1 - rate);
        if (rare <= 0) {
            return rate < 0.5 ? 0 : of;
        }
        var perStep = Math.log1p(-rare);
        var count = 0L;
        for (var at = 0.0; ; count++) {
            at += Math.floor(Math.log(1 - chance.nextDouble()) / perStep) + 1;
            if (at > of) {
                return rate < 0.5 ? count : of - count;
            }
        }
    }
}
