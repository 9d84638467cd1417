package org.overread.monitoring.subgroup;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Calibration;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Proportion;

/**
 * The reliability curve in both its forms: what the scores promise beside what came, in bins of equal width [0, 1/b), …,
 * [1 − 1/b, 1] and in parts of equal mass, split as {@code numpy.array_split} does. A bin that stands for few patients
 * is hidden, and so is what would give it away, also by way of the other form.
 *
 * @param labelled predictions with a known outcome; null when hidden
 * @param equalWidth by ascending score; a bin without predictions is left out
 * @param equalMass by ascending score
 * @param reason why there is no curve; null when there is one
 */
public record Reliability(
        @Nullable Long labelled,
        List<Bin> equalWidth,
        List<Bin> equalMass,
        @Nullable String reason) {
    /** How many bins a curve has. */
    public static final int BINS = 10;

    private static final String WIDTH = "width";
    private static final String MASS = "mass";

    /**
     * One bin.
     *
     * @param name such as {@code 0.2 to 0.3}, or {@code part 3 of 10}
     * @param n predictions; null when hidden
     * @param meanScore what was promised, from 0 to 1; null when hidden
     * @param observed the share of events that came, with its Wilson interval; undefined when hidden
     */
    public record Bin(
            String name, @Nullable Long n, @Nullable Double meanScore, Estimate observed) {
        /** Whether what came is certainly more, or certainly less, than the scores say: beyond the interval. */
        public int side() {
            var low = observed.low();
            var high = observed.high();
            if (meanScore == null || low == null || high == null) {
                return 0;
            }
            return meanScore > high ? -1 : meanScore < low ? 1 : 0;
        }
    }

    public Reliability {
        equalWidth = List.copyOf(equalWidth);
        equalMass = List.copyOf(equalMass);
    }

    /** No curve, for a reason. */
    public static Reliability undefined(String reason) {
        return new Reliability(null, List.of(), List.of(), reason);
    }

    /** The curve as it may be shown. */
    public static Reliability of(Cohort cohort) {
        var rows = Resampling.ascending(cohort);
        return rows.length == 0 ? undefined("no labelled predictions") : new Making(cohort, rows).curve();
    }

    /** The rows again, with their bin and their part for groups. */
    private static final class Making {
        private final Cohort rows;
        private final Tally tally;
        private final Map<Integer, Double> promised = new HashMap<>();

        Making(Cohort cohort, int[] ascending) {
            var builder = Cohort.builder();
            for (var place = 0; place < ascending.length; place++) {
                var row = ascending[place];
                var score = cohort.scores[row];
                var slice = builder.slice(Map.of(
                        WIDTH, "%05d".formatted(Calibration.binOf(score, BINS)),
                        MASS, "%05d".formatted(part(place, ascending.length))));
                builder.add(score, cohort.outcomes[row], cohort.patients[row], slice);
                promised.merge(slice, score, Double::sum);
            }
            rows = builder.build();
            tally = Tally.of(rows, 0);
        }

        /** The first {@code size % parts} parts have one row more. */
        private static int part(int place, int size) {
            var longer = size % BINS;
            var shorter = size / BINS;
            var inLonger = longer * (shorter + 1);
            return place < inLonger ? place / (shorter + 1) : longer + (place - inLonger) / shorter;
        }

        Reliability curve() {
            var partitions = List.of(by(List.of()), by(List.of(WIDTH)), by(List.of(MASS)));
            var disclosures =
                    Disclosures.of(partitions, tally, rows.dictionary().size());
            var whole = partitions.getFirst().groups().getFirst();
            return disclosures.of(whole) == Disclosure.HIDDEN
                    ? undefined(SmallCells.REASON)
                    : new Reliability(
                            count(whole, Tally.ALL),
                            bins(partitions.get(1), disclosures),
                            bins(partitions.get(2), disclosures),
                            null);
        }

        private Partition by(List<String> attributes) {
            return Partition.by(attributes, rows.dictionary());
        }

        private List<Bin> bins(Partition partition, Disclosures disclosures) {
            return partition.groups().stream()
                    .map(group -> bin(name(group), group, disclosures.of(group) == Disclosure.HIDDEN))
                    .toList();
        }

        private Bin bin(String name, Group group, boolean hidden) {
            if (hidden) {
                return new Bin(name, null, null, Estimate.undefined(SmallCells.REASON));
            }
            var n = count(group, Tally.ALL);
            var came = new Proportion(count(group, Tally.EVENTS), n);
            return new Bin(name, n, promised(group.slices()) / n, came.wilson("no labelled predictions"));
        }

        private double promised(BitSet slices) {
            return slices.stream()
                    .mapToDouble(slice -> promised.getOrDefault(slice, 0.0))
                    .sum();
        }

        private long count(Group group, int cells) {
            return tally.predictions(group.slices(), cells);
        }

        private static String name(Group group) {
            var place = Integer.parseInt(group.value());
            return group.attribute().equals(WIDTH)
                    ? "%s to %s".formatted(edge(place), edge(place + 1))
                    : "part %d of %d".formatted(place + 1, BINS);
        }

        private static String edge(int place) {
            return Double.toString((double) place / BINS);
        }
    }
}
