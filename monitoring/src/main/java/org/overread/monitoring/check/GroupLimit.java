package org.overread.monitoring.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MonitoringPlan;

/**
 * A limit for all predictions, for each group of an attribute, or for each group of a declared pair. A pair keeps the
 * limits that name it; where none does, those of its attributes, the more lenient one where both have one; where there
 * is none either, that of all predictions: a pair that is declared is watched.
 *
 * @param attribute as figures name it, such as {@code sex}, or {@code age_band × sex}; null for all predictions
 * @param pair null unless it is about a pair
 */
record GroupLimit(
        Limit limit, @Nullable String attribute, @Nullable AttributePair pair) {
    static Stream<GroupLimit> all(MonitoringPlan plan) {
        var pairs = plan.pairs().stream()
                .flatMap(pair -> pairLimits(plan, pair).map(limit -> new GroupLimit(limit, pair.label(), pair)));
        return Stream.concat(
                plan.limits().stream()
                        .filter(limit -> plan.pairs().stream().noneMatch(pair -> pair.named(limit.eachOf())))
                        .map(limit -> new GroupLimit(limit, limit.eachOf(), null)),
                pairs);
    }

    private static Stream<Limit> pairLimits(MonitoringPlan plan, AttributePair pair) {
        return plan.limits().stream()
                .map(limit -> List.of(limit.metric(), limit.side()))
                .distinct()
                .flatMap(kind -> Stream.of(2, 1, 0)
                        .map(nearness -> plan.limits().stream()
                                .filter(limit -> kind.equals(List.of(limit.metric(), limit.side())))
                                .filter(limit -> nearness(limit, pair) == nearness)
                                .reduce(GroupLimit::lenient))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .stream());
    }

    private static int nearness(Limit limit, AttributePair pair) {
        if (limit.eachOf() == null) {
            return 0;
        }
        return pair.named(limit.eachOf()) ? 2 : pair.has(limit.eachOf()) ? 1 : -1;
    }

    private static Limit lenient(Limit one, Limit other) {
        boolean first = one.side() == Limit.Side.FLOOR ? one.alert() <= other.alert() : one.alert() >= other.alert();
        return first ? one : other;
    }

    /** One group of those it is for, or all predictions. */
    WatchedGroup group(@Nullable String value) {
        return new WatchedGroup(this, value);
    }
}
