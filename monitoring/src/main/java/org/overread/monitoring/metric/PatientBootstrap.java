package org.overread.monitoring.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The bootstrap of patients: as many patients as there are, drawn with replacement and not by stratum, each with all
 * their rows; the interval reaches from the 2.5th to the 97.5th percentile ({@code numpy.quantile}, linear) of the
 * replicates. The seed is fixed, so that the same rows always give the same interval.
 */
public final class PatientBootstrap {
    private static final int REPLICATES = 2_000;
    private static final long SEED = 20_260_101;

    /** Said with each interval. */
    public static final String METHOD = "bootstrap of patients, 2,000 replicates, percentile, seed " + SEED;

    private final int[] patientOf;
    private final int patients;

    private PatientBootstrap(int[] patientOf, int patients) {
        this.patientOf = patientOf;
        this.patients = patients;
    }

    /** @param keys the patient of each row */
    public static PatientBootstrap of(long[] keys) {
        var known = new HashMap<Long, Integer>();
        var patientOf = new int[keys.length];
        for (var row = 0; row < keys.length; row++) {
            var next = known.size();
            patientOf[row] = known.computeIfAbsent(keys[row], any -> next);
        }
        return new PatientBootstrap(patientOf, known.size());
    }

    /** The mean of the values of the rows, with its interval. */
    public Estimate mean(double[] values, String reasonWhenEmpty) {
        if (values.length == 0) {
            return Estimate.undefined(reasonWhenEmpty);
        }
        var mean = Arrays.stream(values).sum() / values.length;
        if (patients < 2) {
            return Estimate.withoutInterval(mean, "the interval needs two patients");
        }
        var sums = new double[patients];
        var rows = new int[patients];
        for (var row = 0; row < values.length; row++) {
            sums[patientOf[row]] += values[row];
            rows[patientOf[row]]++;
        }
        var means = generators().parallelStream()
                .mapToDouble(random -> meanOfOne(random, sums, rows))
                .sorted()
                .toArray();
        return Estimate.of(mean, quantile(means, 0.025), quantile(means, 0.975), METHOD);
    }

    private static double meanOfOne(SplittableRandom random, double[] sums, int[] rows) {
        var sum = 0.0;
        var count = 0L;
        for (var draw = 0; draw < sums.length; draw++) {
            var patient = random.nextInt(sums.length);
            sum += sums[patient];
            count += rows[patient];
        }
        return sum / count;
    }

    /** One generator for each replicate, so that it does not matter which thread takes which. */
    private static List<SplittableRandom> generators() {
        var first = new SplittableRandom(SEED);
        return Stream.generate(first::split).limit(REPLICATES).toList();
    }

    private static double quantile(double[] sorted, double share) {
        var at = share * (sorted.length - 1);
        var below = (int) at;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
