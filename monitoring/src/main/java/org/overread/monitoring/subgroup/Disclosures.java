package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much of each group may be shown, decided in two rounds: whether the group itself, and whether its figures at the
 * threshold, whose four cells a reader could compute.
 */
final class Disclosures {
    private final Map<Group, Disclosure> disclosures = new HashMap<>();
    private final List<Partition> pools = new ArrayList<>();

    private Disclosures() {}

    static Disclosures of(List<Partition> partitions, Tally tally, int slices) {
        var members = members(partitions, tally);
        var lines = lines(members, partitions);
        var counts = new DisclosurePlan(
                slices, members, lines, set -> SmallCells.hidesCounts(tally, set), true, new BitSet());
        var hidden = counts.hidden();

        var result = new Disclosures();
        result.pool(partitions, members, hidden, tally, slices);
        var withPools = new ArrayList<>(members);
        for (var pool : result.pools) {
            var group = pool.groups().getFirst();
            withPools.add(new DisclosurePlan.Member(
                    group, tableOf(pool, partitions), tally.predictions(group.slices(), Tally.ALL)));
        }
        var notEstimated = (BitSet) hidden.clone();
        IntStream.range(1, withPools.size())
                .filter(member -> !estimated(withPools.get(member), tally))
                .forEach(notEstimated::set);
        var threshold = new DisclosurePlan(
                slices, withPools, lines, set -> SmallCells.hidesCells(tally, set), false, notEstimated);
        var withoutThreshold = threshold.hidden();
        for (var member = 0; member < withPools.size(); member++) {
            var rates = withoutThreshold.get(member) ? Disclosure.WITHOUT_THRESHOLD : Disclosure.SHOWN;
            result.disclosures.put(withPools.get(member).group(), hidden.get(member) ? Disclosure.HIDDEN : rates);
        }
        return result;
    }

    Disclosure of(Group group) {
        return disclosures.getOrDefault(group, Disclosure.HIDDEN);
    }

    /** The hidden groups of an attribute, as one: what a reader may work out anyway. */
    List<Partition> pools() {
        return pools;
    }

    private static boolean estimated(DisclosurePlan.Member member, Tally tally) {
        return Tier.of(
                        tally.predictions(member.group().slices(), Tally.EVENTS),
                        tally.predictions(member.group().slices(), Tally.NON_EVENTS))
                .estimated();
    }

    private static List<DisclosurePlan.Member> members(List<Partition> partitions, Tally tally) {
        var members = new ArrayList<DisclosurePlan.Member>();
        for (var table = 0; table < partitions.size(); table++) {
            for (var group : partitions.get(table).groups()) {
                members.add(new DisclosurePlan.Member(group, table, tally.predictions(group.slices(), Tally.ALL)));
            }
        }
        return members;
    }

    /** Groups of one table that make up the whole, and pairs that make up a value of one of their attributes. */
    private static List<BitSet> lines(List<DisclosurePlan.Member> members, List<Partition> partitions) {
        var lines = new ArrayList<BitSet>();
        for (var part = 1; part < partitions.size(); part++) {
            var table = part;
            var children = IntStream.range(0, members.size())
                    .filter(member -> members.get(member).table() == table)
                    .toArray();
            for (var parent : members) {
                if (parent.table() == 0 || isPartOf(partitions.get(table), partitions.get(parent.table()))) {
                    lines.add(within(parent, children, members));
                }
            }
        }
        return lines;
    }

    private static boolean isPartOf(Partition pair, Partition attribute) {
        return pair.attributes().size() == 2
                && attribute.attributes().size() == 1
                && pair.attributes().containsAll(attribute.attributes());
    }

    private static BitSet within(DisclosurePlan.Member parent, int[] children, List<DisclosurePlan.Member> members) {
        var line = new BitSet();
        for (var child : children) {
            if (parent.group().slices().intersects(members.get(child).group().slices())) {
                line.set(child);
            }
        }
        return line;
    }

    private void pool(
            List<Partition> partitions, List<DisclosurePlan.Member> members, BitSet hidden, Tally tally, int slices) {
        for (var table = 1; table < partitions.size(); table++) {
            var partition = partitions.get(table);
            var together = table;
            var some = hidden.stream()
                    .mapToObj(members::get)
                    .filter(member -> member.table() == together)
                    .map(DisclosurePlan.Member::group)
                    .toList();
            if (partition.attributes().size() == 1
                    && some.size() > 1
                    && some.size() < partition.groups().size()
                    && !hidden.get(0)) {
                var group = partition.together(some);
                if (!SmallCells.hidesCounts(tally, group.slices())) {
                    pools.add(Partition.of(partition.attributes(), List.of(group), slices));
                }
            }
        }
    }

    private static int tableOf(Partition pool, List<Partition> partitions) {
        return IntStream.range(0, partitions.size())
                .filter(table -> partitions.get(table).attributes().equals(pool.attributes()))
                .findFirst()
                .orElseThrow();
    }
}
