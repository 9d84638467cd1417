package org.overread.monitoring.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.PatientKey;

/** Made-up predictions whose scores are spread in one of several ways; the same seed makes the same. */
record Scores(double[] scores, byte[] outcomes, String[] patients, int[] slices) {
    static final Map<Integer, Map<String, String>> SLICES =
            Map.of(0, Map.of("sex", "F"), 1, Map.of("sex", "M"), 2, Map.of("sex", "X"));

    /** How scores are spread, and how many of them come true. */
    enum Spread {
        BETA_WITH_A_LONG_TAIL(random -> calibrated(beta(random, 0.3, 40), random)),
        MOSTLY_FAR_BELOW_ONE_IN_A_MILLION(random -> calibrated(beta(random, 0.05, 40), random)),
        LOG_NORMAL(random -> calibrated(Math.min(1, Math.exp(-4 + random.nextGaussian())), random)),
        NARROW_PEAK(random -> told(random, z -> 0.2 + 1e-3 * z)),
        NEEDLE(random -> told(random, z -> 0.2 + 1e-5 * z)),
        MILLIONTHS(random -> told(random, z -> 1e-6 * Math.exp(z))),
        SATURATED_AT_ONE(random -> told(random, z -> expit(20 + 8 * z))),
        NEARLY_ONE(random -> told(random, z -> 1 - 1e-3 * expit(-z))),
        UNIFORM(random -> calibrated(random.nextDouble(), random)),
        MOSTLY_ONE_VALUE(random -> random.nextInt(10) < 7
                ? new double[] {0.031_25, random.nextInt(30) == 0 ? 1 : 0}
                : calibrated(0.04 + 0.96 * beta(random, 1, 10), random)),
        THREE_DECIMALS(random -> calibrated(Math.round(1000 * beta(random, 1, 10)) / 1000.0, random));

        private final Function<Random, double[]> one;

        Spread(Function<Random, double[]> one) {
            this.one = one;
        }
    }

    static Scores of(Spread spread, int size, int patients, long seed) {
        var random = new Random(seed);
        var made = new Scores(new double[size], new byte[size], new String[size], new int[size]);
        for (var row = 0; row < size; row++) {
            var one = spread.one.apply(random);
            made.scores[row] = one[0];
            made.outcomes[row] = (byte) (random.nextInt(10) == 0 ? -1 : one[1]);
            made.patients[row] = "p" + random.nextInt(patients);
            made.slices[row] = random.nextInt(20) == 0 ? 2 : random.nextInt(2);
        }
        return made;
    }

    int size() {
        return scores.length;
    }

    Cohort cohort() {
        var cohort = Cohort.builder();
        for (var row = 0; row < size(); row++) {
            cohort.add(scores[row], outcomes[row] < 0 ? null : (int) outcomes[row], patients[row], slice(slices[row]));
        }
        return cohort.build();
    }

    /** The profile of the rows with these numbers, added in this order. */
    ScoreProfile profile(double threshold, List<Integer> rows) {
        var profile = new ScoreRows(threshold);
        for (var row : rows) {
            profile.add(scores[row], outcomes[row], slices[row], PatientKey.of(patients[row]));
        }
        return profile.profile();
    }

    ScoreProfile profile(double threshold) {
        return profile(threshold, IntStream.range(0, size()).boxed().toList());
    }

    /** The rows dealt out at random to so many parts, each in random order. */
    List<ScoreProfile> parts(double threshold, int parts, Random random) {
        var order = new ArrayList<>(IntStream.range(0, size()).boxed().toList());
        Collections.shuffle(order, random);
        return IntStream.range(0, parts)
                .mapToObj(part -> profile(threshold, order.subList(size() * part / parts, size() * (part + 1) / parts)))
                .toList();
    }

    static Map<String, String> slice(int number) {
        return SLICES.getOrDefault(number, Map.of());
    }

    private static double[] calibrated(double score, Random random) {
        return new double[] {score, random.nextDouble() < score ? 1 : 0};
    }

    private static double[] told(Random random, Function<Double, Double> score) {
        var z = random.nextGaussian();
        return new double[] {score.apply(z), random.nextDouble() < expit(z - 2) ? 1 : 0};
    }

    private static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double beta(Random random, double a, double b) {
        var one = gamma(random, a);
        return one / (one + gamma(random, b));
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        var d = shape - 1.0 / 3;
        while (true) {
            var x = random.nextGaussian();
            var v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
