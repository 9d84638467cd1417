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
     * The features of some profiles side by side, numbers on the coarsest resolution of all, so that it does not look like
     * a difference. A feature is of one kind in all of them; in one that lacks it, it is missing in every prediction.
     */
    public static List<SortedMap<String, FeatureDistribution>> alike(List<FeatureProfile> profiles) {
        var all = profiles.stream()
                .<SortedMap<String, FeatureDistribution>>map(any -> new TreeMap<>())
                .toList();
        merged(profiles).features.forEach((name, together) -> {
            var level =
                    profiles.stream().mapToInt(each -> level(each, name)).max().orElse(0);
            for (var i = 0; i < all.size(); i++) {
                var profile = profiles.get(i);
                var values = profile.values(name, level, together.texts.zeros());
                all.get(i).put(name, distribution(values, profile.predictions, numeric(together)));
            }
        });
        return all;
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
            var name = values.numbers.exact() ? text(values.numbers.values()[cell]) : A_NUMBER;
            counts.merge(name, values.numbers.counts()[cell], Long::sum);
        }
        return new CategoricalDistribution(counts, predictions - values.size());
    }

    /** A whole number as people write a code. */
    private static String text(double number) {
        return number == (int) number ? String.valueOf((int) number) : String.valueOf(number);
    }
}
