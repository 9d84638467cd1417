package org.overread.monitoring.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.overread.monitoring.metric.FalseDiscovery;

/**
 * Tells one cause once: where only women over 80 are served worse, neither women nor all over 80 are blamed, and where all
 * women are, no part of them is named besides.
 *
 * <p>A pair is told when it stands out among the pairs, at {@value #RATE}, and is worse than either group it lies in, at
 * {@value #BEYOND} of all pairs of its two attributes (both by Benjamini and Hochberg). A group is told when it stands out among the groups, unless without its pairs that are told
 * it would not matter.
 */
final class GroupCauses {
    private static final double RATE = 0.01;
    private static final double BEYOND = 0.05;

    private final List<TestedGroup> groups;
    private final List<TestedGroup> pairs;

    private GroupCauses(List<TestedGroup> tested) {
        groups = tested.stream().filter(each -> !each.pair()).toList();
        pairs = tested.stream().filter(TestedGroup::pair).toList();
    }

    /** Those to be told, the surest first. */
    static List<TestedGroup> of(List<TestedGroup> tested) {
        return new GroupCauses(tested).told();
    }

    private List<TestedGroup> told() {
        var told = new ArrayList<>(apart(discoveries(pairs)));
        var worse = List.copyOf(told);
        discoveries(groups).stream().filter(group -> !drawnDown(group, worse)).forEach(told::add);
        told.sort(Comparator.comparingDouble(TestedGroup::pValue));
        return told;
    }

    private static List<TestedGroup> discoveries(List<TestedGroup> family) {
        var adjusted = FalseDiscovery.adjusted(
                family.stream().mapToDouble(TestedGroup::pValue).toArray());
        var found = new ArrayList<TestedGroup>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= RATE && family.get(i).matters()) {
                found.add(family.get(i));
            }
        }
        return found;
    }

    /** Those that are worse than both groups they lie in. */
    private List<TestedGroup> apart(List<TestedGroup> found) {
        return found.stream()
                .map(pair -> pair.group().attribute())
                .distinct()
                .flatMap(attribute -> apart(
                        found,
                        pairs.stream()
                                .filter(pair -> pair.group().attribute().equals(attribute))
                                .toList()))
                .toList();
    }

    /** Corrected over all pairs of the two attributes: those that were found are the ones that chance has made stand out. */
    private Stream<TestedGroup> apart(List<TestedGroup> found, List<TestedGroup> family) {
        var adjusted = FalseDiscovery.adjusted(
                family.stream().mapToDouble(this::beyondItsGroups).toArray());
        return IntStream.range(0, adjusted.length)
                .filter(i -> adjusted[i] <= BEYOND)
                .mapToObj(family::get)
                .filter(found::contains);
    }

    /** 1 where it cannot be compared with both. */
    private double beyondItsGroups(TestedGroup pair) {
        var wholes = groups.stream().filter(pair::within).toList();
        return wholes.size() < 2
                ? 1
                : wholes.stream()
                        .map(pair::beyond)
                        .mapToDouble(p -> p == null ? 1 : p)
                        .max()
                        .orElse(1);
    }

    /** Whether the rest of the group, without its parts that are worse, would not matter. */
    private boolean drawnDown(TestedGroup group, List<TestedGroup> worse) {
        return worse.stream()
                .filter(pair -> pair.within(group) && pair.direction() == group.direction())
                .map(pair -> pair.group().attribute())
                .distinct()
                .anyMatch(attribute -> {
                    var rest = pairs.stream()
                            .filter(pair -> pair.group().attribute().equals(attribute))
                            .filter(pair -> pair.within(group) && !worse.contains(pair))
                            .toList();
                    return !rest.isEmpty() && group.direction() * (mean(rest) - group.least()) < 0;
                });
    }

    private static double mean(List<TestedGroup> groups) {
        double weights = 0;
        double sum = 0;
        for (var group : groups) {
            weights += 1 / group.variance();
            sum += group.level() / group.variance();
        }
        return sum / weights;
    }
}
