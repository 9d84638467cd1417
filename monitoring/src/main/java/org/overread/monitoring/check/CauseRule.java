package org.overread.monitoring.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.check.LimitRule.Judged;
import org.overread.monitoring.metric.PartAndWhole;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.subgroup.GroupFigures;

/**
 * Tells one cause once. A fault of all women breaks the limits of women, of women under 70, of women over 70 and perhaps
 * that of all patients; only one of these is an alert of its own, and its sentence names the others.
 *
 * <p><b>Part of a whole.</b> What lies within something that is broken too, such as a pair within a group, or either
 * within all predictions, is told there, unless it is significantly worse than it ({@link PartAndWhole}). The p-values of
 * the parts of one attribute, or pair of attributes, are corrected together (see {@link FamilyRule}); worse is what is
 * left at {@value #RATE}: each run looks anew, so a looser rate would sooner or later call some part worse by chance.
 *
 * <p><b>Whole of a part.</b> Where a part is significantly worse, and what else the whole consists of keeps the limit
 * that the whole breaks, the whole is told with the part: women over 70 alone have drawn it down. What else keeps it is
 * judged by the figures themselves, not by their intervals, so that a little of the fault in each of the others is
 * enough to leave the whole an alert of its own.
 *
 * <p>Nothing is told with what stands less badly than it, and what cannot be compared is an alert of its own.
 */
final class CauseRule {
    private static final double RATE = 0.01;
    private static final int NAMED = 6;

    private final List<Finding> findings;
    private final List<Finding> broken;

    /**
     * How one group, or all predictions, stand under a limit.
     *
     * @param together its figures in the last windows as one, the shortest stretch first
     */
    record Finding(WatchedGroup group, List<Judged> together, Check check) {
        private Limit limit() {
            return group.limit().limit();
        }

        /** The shortest stretch in which it can be judged. */
        private Optional<Judged> shortest() {
            return together.stream().filter(Judged::full).findFirst();
        }

        private Optional<GroupFigures> in(Judged stretch) {
            return together.stream()
                    .filter(judged -> judged.days().equals(stretch.days()))
                    .flatMap(judged -> Stream.ofNullable(judged.figures()))
                    .findFirst();
        }

        private boolean partOf(Finding whole) {
            return limit().metric() == whole.limit().metric()
                    && limit().side() == whole.limit().side()
                    && group.within(whole.group);
        }

        private boolean asBadAs(Finding other) {
            return check.state().compareTo(other.check.state()) <= 0;
        }
    }

    /** A part beside a whole; p is two-sided. */
    private record Comparison(Finding part, Finding whole, double p) {}

    private CauseRule(List<Finding> findings) {
        this.findings = findings;
        broken = findings.stream().filter(finding -> finding.check().raises()).toList();
    }

    /** The checks in the same order; those that are told with another raise nothing. */
    static List<Check> toldOnce(List<Finding> findings) {
        return new CauseRule(findings).checks();
    }

    private List<Check> checks() {
        var with = toldWith();
        return findings.stream()
                .map(finding -> {
                    var teller = with.get(finding);
                    return teller == null
                            ? telling(finding, told(finding, with))
                            : finding.check()
                                    .adding("It is told with the alert on %s, which has the same cause."
                                            .formatted(teller.group().subject()))
                                    .raising(false);
                })
                .toList();
    }

    private List<Finding> told(Finding teller, Map<Finding, Finding> with) {
        return broken.stream()
                .filter(finding -> teller.equals(with.get(finding)))
                .toList();
    }

    private static Check telling(Finding finding, List<Finding> told) {
        if (told.isEmpty()) {
            return finding.check();
        }
        var more = told.size() > NAMED ? "; and %d more".formatted(told.size() - NAMED) : "";
        return finding.check()
                .adding(told.stream()
                        .limit(NAMED)
                        .map(each -> each.group().subject())
                        .collect(Collectors.joining("; ", "The same cause explains: ", more + ".")));
    }

    /** Whom each is told with at last, in one step or in several. */
    private Map<Finding, Finding> toldWith() {
        var comparisons = comparisons();
        var next = parts(comparisons);
        drawnDown(comparisons).forEach(each -> {
            if (!next.containsKey(each.whole()) && !last(next, each.part()).equals(each.whole())) {
                next.put(each.whole(), each.part());
            }
        });
        var last = new HashMap<Finding, Finding>();
        next.keySet().forEach(finding -> last.put(finding, last(next, finding)));
        return last;
    }

    private static Finding last(Map<Finding, Finding> next, Finding first) {
        var last = first;
        while (next.get(last) instanceof Finding further) {
            last = further;
        }
        return last;
    }

    private List<Comparison> comparisons() {
        var comparisons = new ArrayList<Comparison>();
        for (var part : broken) {
            broken.stream()
                    .filter(part::partOf)
                    .flatMap(whole -> compared(part, whole).stream())
                    .forEach(comparisons::add);
        }
        return comparisons;
    }

    /** Each part that is not worse, with the whole it is most like. */
    private Map<Finding, Finding> parts(List<Comparison> comparisons) {
        var most = new HashMap<Finding, Comparison>();
        comparisons.stream()
                .filter(each -> each.whole().asBadAs(each.part()))
                .forEach(each -> most.merge(each.part(), each, (one, other) -> one.p() >= other.p() ? one : other));
        var told = new HashMap<Finding, Finding>();
        most.values().stream()
                .collect(Collectors.groupingBy(each -> each.part().group().limit()))
                .values()
                .forEach(family -> {
                    var adjusted = FamilyRule.adjusted(family, Comparison::p);
                    family.stream()
                            .filter(each -> adjusted.getOrDefault(each, 0.0) > RATE)
                            .forEach(each -> told.put(each.part(), each.whole()));
                });
        return told;
    }

    /** The wholes that only some parts have drawn down, each beside such a part, the worst part first. */
    private List<Comparison> drawnDown(List<Comparison> comparisons) {
        var worse = comparisons.stream().filter(each -> each.p() <= RATE).toList();
        return worse.stream()
                .filter(each -> each.part().asBadAs(each.whole()) && restKeeps(each, worse))
                .sorted(Comparator.comparingDouble(Comparison::p))
                .toList();
    }

    /** Whether all that the whole consists of beside its worse parts lies on the right side of its limit. */
    private boolean restKeeps(Comparison drawn, List<Comparison> worse) {
        var bad = worse.stream()
                .filter(each -> each.whole().equals(drawn.whole()))
                .map(Comparison::part)
                .collect(Collectors.toCollection(HashSet::new));
        var stretch = drawn.part().shortest();
        var rest = findings.stream()
                .filter(each -> each.group().limit().equals(drawn.part().group().limit()))
                .filter(each -> each.partOf(drawn.whole()) && !bad.contains(each))
                .flatMap(each -> stretch.flatMap(each::in).stream())
                .flatMap(figures -> Stream.ofNullable(
                        figures.get(drawn.whole().limit().metric()).value()))
                .toList();
        return !rest.isEmpty() && rest.stream().allMatch(keeps(drawn.whole()));
    }

    private static Predicate<Double> keeps(Finding whole) {
        var limit = whole.limit();
        double bound = whole.check().state() == CheckState.WARNING && limit.warning() instanceof Double warning
                ? warning
                : limit.alert();
        return switch (limit.side()) {
            case FLOOR -> value -> value >= bound;
            case CEILING -> value -> value <= bound;
        };
    }

    private static Optional<Comparison> compared(Finding part, Finding whole) {
        return part.shortest()
                .flatMap(stretch ->
                        whole.in(stretch).flatMap(all -> part.in(stretch).map(some -> worse(part.limit(), some, all))))
                .map(p -> new Comparison(part, whole, p));
    }

    private static @Nullable Double worse(Limit limit, GroupFigures part, GroupFigures whole) {
        var some = part.get(limit.metric());
        var all = whole.get(limit.metric());
        return switch (limit.side()) {
            case FLOOR -> PartAndWhole.below(some, all);
            case CEILING -> PartAndWhole.above(some, all);
        };
    }
}
