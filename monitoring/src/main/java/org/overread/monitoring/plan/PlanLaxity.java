package org.overread.monitoring.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which ways one plan watches less than another. What is compared otherwise, as by another reference window, is told
 * too: whether it finds less cannot be said beforehand.
 */
public final class PlanLaxity {
    private final MonitoringPlan before;
    private final MonitoringPlan after;

    private PlanLaxity(MonitoringPlan before, MonitoringPlan after) {
        this.before = before;
        this.after = after;
    }

    /** Each way within a sentence; empty when the later plan watches as much or more. */
    public static List<String> of(MonitoringPlan before, MonitoringPlan after) {
        var compared = new PlanLaxity(before, after);
        return Stream.of(compared.features(), compared.groups(), compared.limits(), compared.rules())
                .flatMap(ways -> ways)
                .toList();
    }

    private Stream<String> features() {
        return before.features().stream().flatMap(feature -> {
            var now = after.features().stream()
                    .filter(other -> other.name().equals(feature.name()))
                    .findFirst();
            return now.isEmpty()
                    ? Stream.of("the feature %s is watched no longer".formatted(feature.name()))
                    : now.get().equals(feature)
                            ? Stream.empty()
                            : Stream.of("the feature %s is held against other values".formatted(feature.name()));
        });
    }

    private Stream<String> groups() {
        var attributes = before.subgroups().stream()
                .filter(attribute -> !after.subgroups().contains(attribute));
        var pairs = before.pairs().stream()
                .map(AttributePair::label)
                .filter(pair -> after.pairs().stream().map(AttributePair::label).noneMatch(pair::equals));
        return Stream.concat(attributes, pairs).map("the groups of %s are watched no longer"::formatted);
    }

    private Stream<String> limits() {
        return before.limits().stream().flatMap(limit -> weakened(limit).stream());
    }

    private Optional<String> weakened(Limit limit) {
        var what = limit.metric().label() + (limit.eachOf() == null ? "" : " in every group of " + limit.eachOf());
        var same = after.limits().stream()
                .filter(other -> other.metric().equals(limit.metric())
                        && other.side() == limit.side()
                        && Objects.equals(other.eachOf(), limit.eachOf()))
                .toList();
        if (same.isEmpty()) {
            return Optional.of("the limit of %s is gone".formatted(what));
        }
        return same.stream().anyMatch(other -> asStrict(other, limit))
                ? Optional.empty()
                : Optional.of("the limit of %s is wider".formatted(what));
    }

    private static boolean asStrict(Limit other, Limit limit) {
        var warned = limit.warning();
        var warns = other.warning();
        return within(limit, other.alert(), limit.alert())
                && (warned == null || warns != null && within(limit, warns, warned));
    }

    private static boolean within(Limit limit, double now, double then) {
        return switch (limit.side()) {
            case FLOOR -> now >= then;
            case CEILING -> now <= then;
        };
    }

    private Stream<String> rules() {
        var ways = new ArrayList<String>();
        if (before.onBreach() == BreachAction.SUSPEND && after.onBreach() != BreachAction.SUSPEND) {
            ways.add("a broken limit stops the version no longer");
        }
        if (after.silentAfterHours() > before.silentAfterHours()) {
            ways.add("silence is told later");
        }
        if (after.labelDelayDays() > before.labelDelayDays()) {
            ways.add("outcomes are waited for longer");
        }
        if (before.review().every() != after.review().every()
                || after.review().due().isAfter(before.review().due())) {
            ways.add("it is looked through at other times");
        }
        if (!Objects.equals(before.reference(), after.reference())) {
            ways.add("it is compared with another reference window");
        }
        if (!before.windows().equals(after.windows()) || !before.drift().equals(after.drift())) {
            ways.add("drift and limits are judged by other rules");
        }
        return ways.stream();
    }
}
