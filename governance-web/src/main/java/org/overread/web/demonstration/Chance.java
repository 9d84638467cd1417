package org.overread.web.demonstration;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chance from a seed: asked the same questions in the same order it always answers the same. */
final class Chance {
    private static final long HOSPITAL = 20_250_301L;

    private final RandomGenerator random;

    /** @param purpose what it is for; each purpose has a chance of its own, so that one does not disturb another */
    Chance(String purpose) {
        random = new SplittableRandom(HOSPITAL + purpose.hashCode());
    }

    /** A value and how often it comes, relative to the others it is listed with. */
    record Share(String value, double weight) {}

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 up to, but not including, 1. */
    double uniform() {
        return random.nextDouble();
    }

    double normal(double mean, double deviation) {
        return random.nextGaussian(mean, deviation);
    }

    /** A whole number from the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String among(List<Share> shares) {
        var left = uniform() * shares.stream().mapToDouble(Share::weight).sum();
        for (var share : shares) {
            left -= share.weight();
            if (left < 0) {
                return share.value();
            }
        }
        return shares.getLast().value();
    }
}
