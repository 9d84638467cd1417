package org.overread.monitoring.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Evaluation;

/**
 * A plan to begin with, from what a version declares and what its data hold. It is a proposal: somebody who knows the
 * ward reads it, changes it and declares it.
 */
final class PlanProposal {
    /** The events a window needs so that its figures can be judged. */
    private static final double ENOUGH_EVENTS = 100;

    private static final int SHORTEST_REFERENCE = 28;
    private static final int LONGEST_REFERENCE = 90;
    private static final int USUAL_DELAY = 30;
    private static final double MOSTLY = 0.9;
    private static final double WARN = 0.05;
    private static final double ALARM = 0.10;
    private static final int FEW_CATEGORIES = 30;

    private PlanProposal() {}

    /** The first third of what was sent, at least four weeks and at most 90 days; null without data. */
    static @Nullable ReferenceWindow reference(List<DayCount> days) {
        if (days.isEmpty()) {
            return null;
        }
        var first = days.getFirst().day();
        var last = days.getLast().day();
        long third = (ChronoUnit.DAYS.between(first, last) + 1) / 3;
        var to = first.plusDays(Math.clamp(third, SHORTEST_REFERENCE, LONGEST_REFERENCE) - 1);
        return new ReferenceWindow(first, to.isAfter(last) ? last : to);
    }

    /**
     * @param subgroups those the version declares, then the others that occur
     * @param features as they occur in some predictions
     * @param measured the version's figures in the reference window; null when there are none
     * @param owner by log-in, as the deputy; null when nobody can be proposed
     */
    static PlanDraft of(
            List<String> subgroups,
            List<DayCount> days,
            List<FeatureSighting> features,
            @Nullable Evaluation measured,
            @Nullable String owner,
            @Nullable String deputy,
            LocalDate today) {
        return new PlanDraft(
                features.stream().map(PlanProposal::watched).toList(),
                subgroups,
                List.of(),
                reference(days),
                new WindowRule(length(days), 2, 3),
                measured == null ? List.of() : limits(measured, subgroups),
                DriftRule.DEFAULT,
                new ReviewRule(ReviewRule.Cadence.QUARTER, ReviewRule.Cadence.QUARTER.after(today)),
                owner,
                deputy,
                BreachAction.NOTIFY,
                delay(days),
                silence(days));
    }

    private static WatchedFeature watched(FeatureSighting seen) {
        var present = seen.values().values().stream().mapToLong(Long::longValue).sum();
        var missing = present + seen.missing() == 0 ? 0 : (double) seen.missing() / (present + seen.missing());
        var categories = seen.numeric() || seen.some() || seen.values().size() > FEW_CATEGORIES
                ? List.<String>of()
                : List.copyOf(seen.values().keySet());
        return new WatchedFeature(
                seen.name(),
                seen.numeric() ? FeatureKind.NUMERIC : FeatureKind.CATEGORICAL,
                null,
                null,
                null,
                categories,
                Math.min(1, hundredths(missing + ALARM)));
    }

    private static WindowLength length(List<DayCount> days) {
        long events = days.stream().mapToLong(DayCount::events).sum();
        return events > 0 && 7.0 * events / span(days) >= ENOUGH_EVENTS ? WindowLength.WEEK : WindowLength.MONTH;
    }

    private static long span(List<DayCount> days) {
        return ChronoUnit.DAYS.between(days.getFirst().day(), days.getLast().day()) + 1;
    }

    /** How old the newest day is of which most outcomes are known. */
    private static int delay(List<DayCount> days) {
        return days.stream()
                .filter(day -> day.labelled() >= MOSTLY * day.predictions())
                .reduce((earlier, later) -> later)
                .map(known -> (int)
                        ChronoUnit.DAYS.between(known.day(), days.getLast().day()))
                .orElse(USUAL_DELAY);
    }

    /** Twice the longest pause so far, two days at least. */
    private static int silence(List<DayCount> days) {
        long longest = IntStream.range(1, days.size())
                .mapToLong(i -> ChronoUnit.DAYS.between(
                        days.get(i - 1).day(), days.get(i).day()))
                .max()
                .orElse(1);
        return (int) Math.min(48 * longest, 24L * 366);
    }

    private static List<Limit> limits(Evaluation measured, List<String> subgroups) {
        var limits = new ArrayList<Limit>();
        Stream.of(Metric.AUROC, Metric.SENSITIVITY)
                .forEach(metric -> floor(measured, metric, null).forEach(limits::add));
        subgroups.forEach(
                attribute -> floor(measured, Metric.SENSITIVITY, attribute).forEach(limits::add));
        if (measured.overall().get(Metric.OBSERVED_EXPECTED).low() != null) {
            limits.add(new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.CEILING, 1.25, 1.5));
            limits.add(new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.FLOOR, 0.8, 0.67));
        }
        return limits;
    }

    /**
     * A warning at five hundredths below what the whole reached in the reference window, an alert at ten; for the groups of
     * an attribute, below what the lowest of them reached, where that is less. Who has always been at risk less often is
     * flagged less often too: that a plan watches for change must not alarm on the first day.
     */
    private static Stream<Limit> floor(Evaluation measured, Metric metric, @Nullable String eachOf) {
        var whole = measured.overall().get(metric);
        if (whole.value() == null || whole.low() == null) {
            return Stream.empty();
        }
        double reached = measured.subgroups().stream()
                .filter(group ->
                        group.attribute().equals(eachOf) && group.tier().estimated())
                .flatMap(group -> Stream.ofNullable(group.get(metric).value()))
                .reduce(whole.value(), Math::min);
        return Stream.of(new Limit(
                metric,
                eachOf,
                Limit.Side.FLOOR,
                Math.max(0, hundredths(reached - WARN)),
                Math.max(0, hundredths(reached - ALARM))));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
