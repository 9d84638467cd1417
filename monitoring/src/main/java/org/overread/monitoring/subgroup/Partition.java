package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The slices divided into groups by no, one or two attributes; only groups that occur exist.
 *
 * @param attributes what divides; none for the whole cohort
 * @param groups in the order of their values, missing ones last
 * @param groupOf the group of each slice; -1 where it belongs to none
 */
record Partition(List<String> attributes, List<Group> groups, int[] groupOf) {
    static final String OVERALL = "overall";
    private static final String TIMES = " × ";
    private static final Comparator<String> MISSING_LAST =
            Comparator.<String, Boolean>comparing(Slice.MISSING::equals).thenComparing(Comparator.naturalOrder());

    static Partition by(List<String> attributes, List<Slice> dictionary) {
        var members = new TreeMap<List<String>, BitSet>(Partition::compare);
        for (var slice = 0; slice < dictionary.size(); slice++) {
            var values = attributes.stream().map(dictionary.get(slice)::value).toList();
            members.computeIfAbsent(values, any -> new BitSet()).set(slice);
        }
        if (attributes.isEmpty() && members.isEmpty()) {
            members.put(List.of(), new BitSet());
        }
        var name = attributes.isEmpty() ? OVERALL : String.join(TIMES, attributes);
        var groups = new ArrayList<Group>();
        members.forEach((values, slices) ->
                groups.add(new Group(name, values.isEmpty() ? "all" : String.join(TIMES, values), slices)));
        return of(attributes, groups, dictionary.size());
    }

    static Partition of(List<String> attributes, List<Group> groups, int slices) {
        var groupOf = new int[slices];
        Arrays.fill(groupOf, -1);
        for (var group = 0; group < groups.size(); group++) {
            for (var slice : groups.get(group).slices().stream().toArray()) {
                groupOf[slice] = group;
            }
        }
        return new Partition(attributes, List.copyOf(groups), groupOf);
    }

    /** The whole, each attribute in the order asked for, then the pairs, each in alphabetical order of attribute. */
    static List<Partition> all(Question question, List<Slice> dictionary) {
        var partitions = new ArrayList<Partition>();
        partitions.add(by(List.of(), dictionary));
        question.by().forEach(attribute -> partitions.add(by(List.of(attribute), dictionary)));
        if (question.pairs()) {
            var sorted = question.by().stream().sorted().toList();
            for (var first = 0; first < sorted.size(); first++) {
                for (var second = first + 1; second < sorted.size(); second++) {
                    partitions.add(by(List.of(sorted.get(first), sorted.get(second)), dictionary));
                }
            }
        }
        return partitions;
    }

    /** The groups together as one, named after all of them. */
    Group together(List<Group> some) {
        var slices = new BitSet();
        some.forEach(group -> slices.or(group.slices()));
        return new Group(
                some.getFirst().attribute(),
                some.stream().map(Group::value).collect(Collectors.joining(" or ")),
                slices);
    }

    private static int compare(List<String> one, List<String> other) {
        for (var i = 0; i < one.size(); i++) {
            var order = MISSING_LAST.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
