package org.overread.monitoring.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bootstrap of patients: as many patients as there are, drawn with replacement and not by stratum, each with all
 * their rows; the interval reaches from the 2.5th to the 97.5th percentile ({@code numpy.quantile}, linear) of the
 * replicates. The seed is fixed, so that the same rows always give the same interval.
 */
public final class PatientBootstrap {
    /** How many replicates there are when nobody says otherwise. */
    public static final int REPLICATES = 2_000;

    private static final long SEED = 20_260_101;
    private static final double LOST = 0.05;
    private static final String ONE_PATIENT = "the interval needs two patients";

    private final int[] patientOf;
    private final int patients;
    private final int replicates;

    private PatientBootstrap(int[] patientOf, int patients, int replicates) {
        this.patientOf = patientOf;
        this.patients = patients;
        this.replicates = replicates;
    }

    /** @param keys the patient of each row */
    public static PatientBootstrap of(long[] keys) {
        return of(keys, REPLICATES);
    }

    /** @param keys the patient of each row */
    public static PatientBootstrap of(long[] keys, int replicates) {
        var distinct = Arrays.stream(keys).parallel().distinct().sorted().toArray();
        var patientOf = new int[keys.length];
        Arrays.parallelSetAll(patientOf, row -> Arrays.binarySearch(distinct, keys[row]));
        return new PatientBootstrap(patientOf, distinct.length, replicates);
    }

    /** Figures of rows that are each taken as often as their patient was drawn; not finite where undefined. */
    public interface Resample {
        double[] of(int[] timesOfPatient);
    }

    /** Said with each interval. */
    public String method() {
        return String.format(
                Locale.ROOT, "bootstrap of patients, %,d replicates, percentile, seed %d", replicates, SEED);
    }

    /** The patient of a row, counted from 0. */
    public int patient(int row) {
        return patientOf[row];
    }

    /** The mean of the values of the rows, with its interval. */
    public Estimate mean(double[] values, String reasonWhenEmpty) {
        if (values.length == 0) {
            return Estimate.undefined(reasonWhenEmpty);
        }
        var sums = new double[patients];
        var rows = new int[patients];
        for (var row = 0; row < values.length; row++) {
            sums[patientOf[row]] += values[row];
            rows[patientOf[row]]++;
        }
        var means = generators().parallelStream()
                .mapToDouble(random -> meanOfOne(random, sums, rows))
                .toArray();
        return interval(
                Estimate.of(Arrays.stream(values).sum() / values.length).restingOn((long) values.length), means);
    }

    /** What comes out in each replicate, by figure. */
    public double[][] replicates(Resample resample) {
        var drawn = generators().parallelStream()
                .map(random -> resample.of(times(random)))
                .toList();
        var figures = drawn.isEmpty() ? 0 : drawn.getFirst().length;
        return IntStream.range(0, figures)
                .mapToObj(figure ->
                        drawn.stream().mapToDouble(values -> values[figure]).toArray())
                .toArray(double[][]::new);
    }

    /** A figure with the interval that its replicates give; without one where too many of them are undefined. */
    public Estimate interval(Estimate point, double[] values) {
        if (point.value() == null) {
            return point;
        }
        if (patients < 2) {
            return Estimate.withoutInterval(point.value(), ONE_PATIENT).restingOn(point.n());
        }
        var known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        var drawn = known.length < replicates * (1 - LOST)
                ? Estimate.withoutInterval(
                        point.value(), "the figure is undefined in too many replicates of the bootstrap")
                : Estimate.of(point.value(), quantile(known, 0.025), quantile(known, 0.975), method());
        return drawn.restingOn(point.n());
    }

    private int[] times(SplittableRandom random) {
        var times = new int[patients];
        for (var draw = 0; draw < patients; draw++) {
            times[random.nextInt(patients)]++;
        }
        return times;
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
    private List<SplittableRandom> generators() {
        var first = new SplittableRandom(SEED);
        return Stream.generate(first::split).limit(replicates).toList();
    }

    private static double quantile(double[] sorted, double share) {
        var at = share * (sorted.length - 1);
        var below = (int) at;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
