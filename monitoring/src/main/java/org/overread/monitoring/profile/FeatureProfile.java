package org.overread.monitoring.profile;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of the features of some predictions. Profiles are a commutative monoid, as {@link ScoreProfile}s are: what
 * the order of merging is never matters, and up to {@value NumberCells#MOST_CELLS} distinct numbers or {@value
 * TextCounts#MOST} categories of a feature are kept as they are.
 *
 * @param predictions all of them; those whose feature had no value are missing there
 * @param features by name
 */
public record FeatureProfile(long predictions, SortedMap<String, Values> features) {
    public static final FeatureProfile EMPTY = new FeatureProfile(0, new TreeMap<>());

    private static final String OTHERS = "(others)";
    private static final String A_NUMBER = "(a number)";

    /** So few texts among numbers are no category but a number that could not be told. */
    private static final double FEW = 0.05;

    /** What one feature had: values that read as finite numbers, and others. */
    public record Values(NumberCells numbers, TextCounts texts) {
        long size() {
            return numbers.size() + texts.size();
        }
    }

    /** One feature at two times, on one resolution. */
    public record Pair(FeatureDistribution before, FeatureDistribution after) {}

    public FeatureProfile {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    }

    /** The profile of all predictions that the parts are of. */
    public static FeatureProfile merged(Collection<FeatureProfile> parts) {
        var names = parts.stream()
                .flatMap(part -> part.features.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var merged = new TreeMap<String, Values>();
        names.forEach(name -> merged.put(
                name,
                merged(parts.stream()
                        .flatMap(part -> Stream.ofNullable(part.features.get(name)))
                        .toList())));
        return new FeatureProfile(
                parts.stream().mapToLong(FeatureProfile::predictions).sum(), merged);
    }

    public FeatureProfile and(FeatureProfile other) {
        return merged(List.of(this, other));
    }

    /** Each feature's values. Few texts among numbers count as missing. */
    public SortedMap<String, FeatureDistribution> distributions() {
        var all = new TreeMap<String, FeatureDistribution>();
        features.forEach((name, values) -> all.put(name, distribution(values, predictions, numeric(values))));
        return all;
    }

    /**
     * The features of two profiles side by side, numbers on the coarser resolution of the two, so that it does not look
     * like a difference. A feature that one of them lacks is missing there in every prediction.
     */
    public static SortedMap<String, Pair> compared(FeatureProfile before, FeatureProfile after) {
        var pairs = new TreeMap<String, Pair>();
        merged(List.of(before, after)).features.forEach((name, both) -> {
            var level = Math.max(level(before, name), level(after, name));
            var zeros = both.texts.zeros();
            var numeric = numeric(both);
            pairs.put(
                    name,
                    new Pair(
                            distribution(before.values(name, level, zeros), before.predictions, numeric),
                            distribution(after.values(name, level, zeros), after.predictions, numeric)));
        });
        return pairs;
    }

    private static Values merged(List<Values> parts) {
        return new Values(
                NumberCells.merged(parts.stream().map(Values::numbers).toList()),
                TextCounts.merged(parts.stream().map(Values::texts).toList()));
    }

    private static int level(FeatureProfile profile, String name) {
        var values = profile.features.get(name);
        return values == null ? 0 : values.numbers.level();
    }

    private Values values(String name, int level, int zeros) {
        var values = features.get(name);
        return values == null
                ? new Values(NumberCells.NONE.at(level), TextCounts.NONE)
                : new Values(values.numbers.at(level), values.texts.at(zeros));
    }

    private static boolean numeric(Values values) {
        return values.texts.size() <= FEW * values.size();
    }

    private static FeatureDistribution distribution(Values values, long predictions, boolean numeric) {
        if (numeric) {
            return new NumericDistribution(
                    values.numbers.values(), values.numbers.counts(), predictions - values.numbers.size());
        }
        var counts = new TreeMap<>(values.texts.counts());
        if (values.texts.others() > 0) {
            counts.merge(OTHERS, values.texts.others(), Long::sum);
        }
        for (var cell = 0; cell < values.numbers.keys().length; cell++) {
            var name = values.numbers.exact() ? String.valueOf(values.numbers.values()[cell]) : A_NUMBER;
            counts.merge(name, values.numbers.counts()[cell], Long::sum);
        }
        return new CategoricalDistribution(counts, predictions - values.size());
    }
}
