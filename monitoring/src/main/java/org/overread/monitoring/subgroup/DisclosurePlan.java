package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which groups must be hidden so that nothing small can be worked out of what is shown.
 *
 * <p>It starts from the groups that are too small themselves. Then it asks, until nothing changes: which of them, or
 * which total of hidden groups of one line (an attribute; the values of one attribute within a value of another), is a
 * sum and difference of shown groups, and too small? For each such leak a group that takes part in it is hidden too.
 * At last, what turns out to have been hidden needlessly is shown again.
 */
final class DisclosurePlan {
    /** A group with the place of its partition in the order of partitions: the whole, attributes, pairs. */
    record Member(Group group, int table, long predictions) {}

    /** Beyond this, finding what was hidden needlessly takes longer than it is worth. */
    private static final int MOST_TO_SPARE = 300;

    private final int slices;
    private final List<Member> members;
    private final List<BitSet> lines;
    private final Predicate<BitSet> tooSmall;
    private final boolean countsShown;
    private final BitSet hidden;

    /**
     * @param slices how many slices there are
     * @param members all groups, the whole first, attributes before pairs
     * @param lines members that together make up another member
     * @param tooSmall whether a set of slices must not be shown
     * @param countsShown whether a reader sees the number of predictions, so that hidden groups are known to have at
     *     least one each
     * @param hidden what is hidden to begin with
     */
    DisclosurePlan(
            int slices,
            List<Member> members,
            List<BitSet> lines,
            Predicate<BitSet> tooSmall,
            boolean countsShown,
            BitSet hidden) {
        this.slices = slices;
        this.members = members;
        this.lines = lines;
        this.tooSmall = tooSmall;
        this.countsShown = countsShown;
        this.hidden = (BitSet) hidden.clone();
        IntStream.range(0, members.size())
                .filter(member -> tooSmall.test(set(member)))
                .forEach(this.hidden::set);
    }

    /** The members to hide. */
    BitSet hidden() {
        var unshowable = (BitSet) hidden.clone();
        while (closeLeaks()) {
            // each round hides at least one more member, so this ends
        }
        if (members.size() <= MOST_TO_SPARE) {
            spare(unshowable);
        }
        return hidden;
    }

    /** Hides one more member for each leak of this round. */
    private boolean closeLeaks() {
        var shown = shown();
        var span = new Span(slices, shown.stream().map(this::set).toList());
        var closed = new BitSet();
        for (var leak : leaks(span)) {
            var sources = span.express(leak.set);
            if (sources != null) {
                var involved = new BitSet();
                sources.stream().forEach(source -> involved.set(shown.get(source)));
                if (!involved.intersects(closed)) {
                    closed.set(victim(involved, leak.table, closed));
                }
            }
        }
        hidden.or(closed);
        return !closed.isEmpty();
    }

    /** Shows again, largest first, what need not have been hidden. */
    private void spare(BitSet unshowable) {
        hidden.stream()
                .filter(member -> !unshowable.get(member))
                .boxed()
                .sorted(Comparator.comparing((Integer member) -> members.get(member).predictions)
                        .reversed())
                .forEach(member -> {
                    hidden.clear(member);
                    var span = new Span(slices, shown().stream().map(this::set).toList());
                    if (leaks(span).stream().anyMatch(leak -> span.express(leak.set) != null)) {
                        hidden.set(member);
                    }
                });
    }

    private record Leak(BitSet set, int table) {}

    /** What must not be worked out, attributes before pairs. */
    private List<Leak> leaks(Span span) {
        var leaks = new ArrayList<Leak>();
        hidden.stream()
                .filter(member -> tooSmall.test(set(member)))
                .forEach(member -> leaks.add(new Leak(set(member), members.get(member).table)));
        for (var line : lines) {
            var leak = remainder(line, span);
            if (leak != null) {
                leaks.add(leak);
            }
        }
        leaks.sort(Comparator.comparing(Leak::table));
        return leaks;
    }

    /** The members of a line that stay unknown, taken together, when their total is too small. */
    private @Nullable Leak remainder(BitSet line, Span span) {
        var unknown = new BitSet();
        var count = 0;
        var predictions = 0L;
        for (var member : line.stream().filter(hidden::get).toArray()) {
            if (span.express(set(member)) == null) {
                unknown.or(set(member));
                predictions += members.get(member).predictions;
                count++;
            }
        }
        var squeezed = countsShown && predictions - (count - 1) < SmallCells.THRESHOLD;
        return count > 0 && (squeezed || tooSmall.test(unknown))
                ? new Leak(unknown, members.get(line.nextSetBit(0)).table)
                : null;
    }

    /**
     * The member to hide against a leak: of the same attributes if there is one, if possible part of something hidden
     * (so that it cannot be worked out from there in turn), and then the smallest. The whole only if nothing else helps.
     */
    private int victim(BitSet candidates, int table, BitSet closed) {
        return candidates.stream()
                .boxed()
                .min(Comparator.comparing((Integer member) -> members.get(member).table == 0)
                        .thenComparing(member -> members.get(member).table != table)
                        .thenComparing(member -> !sheltered(member, closed))
                        .thenComparing(member -> members.get(member).predictions))
                .orElseThrow();
    }

    private boolean sheltered(int member, BitSet closed) {
        return IntStream.range(1, members.size())
                .filter(other -> hidden.get(other) || closed.get(other))
                .filter(other -> members.get(other).table < members.get(member).table)
                .anyMatch(other -> contains(set(other), set(member)));
    }

    private static boolean contains(BitSet whole, BitSet part) {
        var rest = (BitSet) part.clone();
        rest.andNot(whole);
        return rest.isEmpty();
    }

    private List<Integer> shown() {
        return IntStream.range(0, members.size())
                .filter(member -> !hidden.get(member))
                .boxed()
                .toList();
    }

    private BitSet set(int member) {
        return members.get(member).group.slices();
    }
}
