package org.overread.monitoring.truth;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.FalseDiscovery;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/**
 * Whether one group of patients is served worse than the others of its attribute, since the reference window.
 *
 * <ul>
 *   <li>Its risks do not come true as those of the others do: the ratio of its observed/expected to theirs is at least
 *       {@value #RATIO}, or at most the reciprocal, and it lies farther from 1 than they do.
 *   <li>It is ranked worse than it was: its AUROC has fallen by at least {@value #FALL} since the reference window, and by
 *       {@value #MORE} more than theirs did (mean weighted by inverse variance).
 * </ul>
 *
 * Both only when significant after correction over all groups of all attributes (Benjamini and Hochberg) at {@value
 * #RATE}, since the groups are looked at again with each batch. Groups with fewer than 100 events or non-events say
 * nothing. A group that is worse by nature and always was, such as the very old, is no fact of these: the Subgroups tab
 * shows it.
 */
final class GroupFacts {
    private static final double RATIO = 1.25;
    private static final double FALL = 0.05;
    private static final double MORE = 0.03;
    private static final double RATE = 0.01;
    private static final int NAMED = 2;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final @Nullable Evaluation reference;
    private final Evaluation since;

    private GroupFacts(@Nullable Evaluation reference, Evaluation since) {
        this.reference = reference;
        this.since = since;
    }

    /**
     * One group that was tested.
     *
     * @param pValue two-sided
     * @param matters whether the difference is large enough and to the group's disadvantage
     */
    private record Tested(GroupFigures group, double pValue, boolean matters, String sentence) {}

    private record Fall(GroupFigures before, GroupFigures group, Estimate then, Estimate now) {
        /** Whether it is of the same patients' group in both windows. */
        boolean ofOneGroup() {
            return before.value().equals(group.value());
        }

        double value() {
            return requireNonNull(then.value()) - requireNonNull(now.value());
        }

        double variance() {
            return Math.pow(StandardError.of(then), 2) + Math.pow(StandardError.of(now), 2);
        }
    }

    /** @param reference with the same attributes as the other; null when there is none */
    static Stream<Fact> of(@Nullable Evaluation reference, @Nullable Evaluation since) {
        return since == null ? Stream.empty() : new GroupFacts(reference, since).facts();
    }

    private Stream<Fact> facts() {
        var worse = Stream.concat(
                        discoveries(falls()).stream(),
                        discoveries(since.subgroups().stream()
                                        .map(this::calibration)
                                        .flatMap(Optional::stream)
                                        .toList())
                                .stream())
                .toList();
        var named = worse.stream().limit(NAMED).map(Tested::sentence);
        var others = worse.stream()
                .skip(NAMED)
                .map(Tested::group)
                .map(GroupFacts::name)
                .distinct()
                .toList();
        return Stream.concat(
                        named,
                        others.isEmpty()
                                ? Stream.empty()
                                : Stream.of("The same goes for " + String.join(", ", others) + "."))
                .map(sentence -> new Fact(Kind.GROUP, Weight.CONCERN, sentence));
    }

    private static List<Tested> discoveries(List<Tested> family) {
        var adjusted = FalseDiscovery.adjusted(
                family.stream().mapToDouble(Tested::pValue).toArray());
        var found = new ArrayList<Tested>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= RATE && family.get(i).matters()) {
                found.add(family.get(i));
            }
        }
        found.sort(Comparator.comparingDouble(Tested::pValue));
        return found;
    }

    /** The group beside all that are not in it: what they are is what is left of the whole. */
    private Optional<Tested> calibration(GroupFigures group) {
        var whole = since.overall();
        var ratio = group.get(Metric.OBSERVED_EXPECTED);
        var all = whole.get(Metric.OBSERVED_EXPECTED).value();
        if (group.tier() != Tier.FULL
                || ratio.value() == null
                || ratio.low() == null
                || all == null
                || group.events() == null
                || group.labelled() == null
                || whole.events() == null
                || whole.labelled() == null) {
            return Optional.empty();
        }
        double events = whole.events() - group.events();
        double labelled = whole.labelled() - group.labelled();
        double expected = whole.events() / all - group.events() / ratio.value();
        if (Tier.of((long) events, (long) (labelled - events)) != Tier.FULL || expected <= 0) {
            return Optional.empty();
        }
        double others = events / expected;
        double apart = Math.log(ratio.value() / others);
        double error = Math.hypot(StandardError.ofLog(ratio), Math.sqrt((1 - events / labelled) / events));
        return Optional.of(new Tested(
                group,
                pValue(apart / error),
                Math.abs(apart) >= Math.log(RATIO) && Math.abs(Math.log(ratio.value())) > Math.abs(Math.log(others)),
                "In %s, of 100 events that the scores promise, %s come (observed/expected %s), while it is %s among the others."
                        .formatted(
                                name(group), Words.ofHundred(ratio.value()), Words.figure(ratio), Words.two(others))));
    }

    private List<Tested> falls() {
        if (reference == null) {
            return List.of();
        }
        var byAttribute = since.subgroups().stream()
                .filter(group -> group.tier() == Tier.FULL)
                .flatMap(group -> fall(before(group, reference.subgroups()), group).stream())
                .collect(Collectors.groupingBy(fall -> fall.group().attribute()));
        return byAttribute.values().stream()
                .flatMap(falls -> falls.stream().filter(Fall::ofOneGroup).flatMap(fall -> beside(fall, falls).stream()))
                .toList();
    }

    /**
     * What the group was in the reference window. What small groups are shown together as differs from window to window,
     * such as {@code Male} and {@code Male or (missing)}: near enough to stand among the others, not to be blamed.
     */
    private static @Nullable GroupFigures before(GroupFigures group, List<GroupFigures> then) {
        var alike = then.stream()
                .filter(other -> other.tier() == Tier.FULL && other.attribute().equals(group.attribute()))
                .toList();
        return alike.stream()
                .filter(other -> other.value().equals(group.value()))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(other -> parts(other).containsAll(parts(group))
                                || parts(group).containsAll(parts(other)))
                        .findFirst())
                .orElse(null);
    }

    private static List<String> parts(GroupFigures group) {
        return List.of(group.value().split(" or ", -1));
    }

    private static Optional<Fall> fall(@Nullable GroupFigures before, GroupFigures group) {
        if (before == null) {
            return Optional.empty();
        }
        var then = before.get(Metric.AUROC);
        var now = group.get(Metric.AUROC);
        return then.low() == null || now.low() == null
                ? Optional.empty()
                : Optional.of(new Fall(before, group, then, now));
    }

    private static Optional<Tested> beside(Fall fall, List<Fall> all) {
        double weights = 0;
        double sum = 0;
        for (var other : all) {
            if (other != fall) {
                weights += 1 / other.variance();
                sum += other.value() / other.variance();
            }
        }
        if (weights == 0) {
            return Optional.empty();
        }
        double more = fall.value() - sum / weights;
        return Optional.of(new Tested(
                fall.group(),
                pValue(more / Math.sqrt(fall.variance() + 1 / weights)),
                fall.value() >= FALL && more >= MORE,
                "In %s it ranks patients worse than it did, and other groups not so: AUROC %s since the reference window, %s in it."
                        .formatted(name(fall.group()), Words.figure(fall.now()), Words.figure(fall.then()))));
    }

    private static double pValue(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }

    /** Such as {@code sex Female}. */
    private static String name(GroupFigures group) {
        return group.attribute() + " " + group.value();
    }
}
