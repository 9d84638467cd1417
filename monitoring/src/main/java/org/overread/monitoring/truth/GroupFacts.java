package org.overread.monitoring.truth;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.Normal;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/**
 * Whether one group of patients is served worse than the others of its attribute, since the reference window; a site is a
 * group as well, and so are the patients that two groups share. One cause is told once (see {@link GroupCauses}).
 *
 * <ul>
 *   <li>Its risks do not come true as those of the others do: the ratio of its observed/expected to theirs is at least
 *       {@value #RATIO}, or at most the reciprocal, and it lies farther from 1 than they do.
 *   <li>It is ranked worse than it was: its AUROC has fallen by at least {@value #FALL} since the reference window, and by
 *       {@value #MORE} more than theirs did (mean weighted by inverse variance).
 * </ul>
 *
 * Both only when significant after correction over all groups of all attributes, since the groups are looked at again with
 * each batch. Groups with fewer than 100 events or non-events say
 * nothing. A group that is worse by nature and always was, such as the very old, is no fact of these: the Subgroups tab
 * shows it.
 */
final class GroupFacts {
    private static final double RATIO = 1.25;
    private static final double FALL = 0.05;
    private static final double MORE = 0.03;
    private static final int NAMED = 2;

    private final @Nullable Evaluation reference;
    private final Evaluation since;

    private GroupFacts(@Nullable Evaluation reference, Evaluation since) {
        this.reference = reference;
        this.since = since;
    }

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
        var calibrations = since.subgroups().stream()
                .map(this::calibration)
                .flatMap(Optional::stream)
                .toList();
        var worse = Stream.of(falls(), calibrations)
                .flatMap(tested -> GroupCauses.of(tested).stream())
                .toList();
        var named = worse.stream().limit(NAMED).map(TestedGroup::sentence);
        var others = worse.stream()
                .skip(NAMED)
                .map(TestedGroup::group)
                .map(TestedGroup::name)
                .distinct()
                .toList();
        return Stream.concat(
                        named,
                        others.isEmpty()
                                ? Stream.empty()
                                : Stream.of("The same goes for " + String.join(", ", others) + "."))
                .map(sentence -> new Fact(Kind.GROUP, Weight.CONCERN, sentence));
    }

    /** The group beside all that are not in it: what they are is what is left of the whole. */
    private Optional<TestedGroup> calibration(GroupFigures group) {
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
        return Optional.of(new TestedGroup(
                group,
                Math.log(ratio.value()),
                Math.pow(StandardError.ofLog(ratio), 2),
                Math.log(others) + Math.signum(apart) * Math.log(RATIO),
                apart < 0 ? -1 : 1,
                Normal.twoSided(apart / error),
                Math.abs(apart) >= Math.log(RATIO) && Math.abs(Math.log(ratio.value())) > Math.abs(Math.log(others)),
                "In %s, of 100 events that the scores promise, %s come (observed/expected %s), while it is %s among the others."
                        .formatted(
                                TestedGroup.name(group),
                                Words.ofHundred(ratio.value()),
                                Words.figure(ratio),
                                Words.two(others))));
    }

    private List<TestedGroup> falls() {
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

    private static Optional<TestedGroup> beside(Fall fall, List<Fall> all) {
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
        double others = sum / weights;
        double more = fall.value() - others;
        return Optional.of(new TestedGroup(
                fall.group(),
                fall.value(),
                fall.variance(),
                Math.max(FALL, others + MORE),
                1,
                Normal.twoSided(more / Math.sqrt(fall.variance() + 1 / weights)),
                fall.value() >= FALL && more >= MORE,
                "In %s it ranks patients worse than it did, and other groups not so: AUROC %s since the reference window, %s in it."
                        .formatted(
                                TestedGroup.name(fall.group()), Words.figure(fall.now()), Words.figure(fall.then()))));
    }
}
