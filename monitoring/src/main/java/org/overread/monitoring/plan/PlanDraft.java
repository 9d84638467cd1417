package org.overread.monitoring.plan;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftRule;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.PersonId;

/**
 * A plan as somebody writes it, on the screen or as a file; anything may still be missing. The components are those of
 * {@link MonitoringPlan}; people are named by their log-in.
 */
public record PlanDraft(
        @Nullable List<WatchedFeature> features,
        @Nullable List<String> subgroups,
        @Nullable List<AttributePair> pairs,
        @Nullable ReferenceWindow reference,
        @Nullable WindowRule windows,
        @Nullable List<Limit> limits,
        @Nullable DriftRule drift,
        @Nullable ReviewRule review,
        @Nullable String owner,
        @Nullable String deputy,
        @Nullable BreachAction onBreach,
        @Nullable Integer labelDelayDays,
        @Nullable Integer silentAfterHours) {
    private static final int MOST_FEATURES = 1000;
    private static final int MOST_ATTRIBUTES = 20;
    private static final int MOST_LIMITS = 200;
    private static final int TEN_YEARS = 3650;
    private static final int YEAR_IN_HOURS = 8784;

    public PlanDraft {
        features = features == null ? null : List.copyOf(features);
        subgroups = subgroups == null ? null : List.copyOf(subgroups);
        pairs = pairs == null ? null : List.copyOf(pairs);
        limits = limits == null ? null : List.copyOf(limits);
    }

    /** The plan as a draft, to change it. */
    public static PlanDraft of(MonitoringPlan plan, Function<PersonId, @Nullable String> login) {
        return new PlanDraft(
                plan.features(),
                plan.subgroups(),
                plan.pairs(),
                plan.reference(),
                plan.windows(),
                plan.limits(),
                plan.drift(),
                plan.review(),
                login.apply(plan.owner()),
                login.apply(plan.deputy()),
                plan.onBreach(),
                plan.labelDelayDays(),
                plan.silentAfterHours());
    }

    /** What is wrong with it as far as it can be told from the draft alone; empty when nothing is. */
    public List<FieldProblem> problems() {
        var problems = new FieldProblems()
                .present("windows", windows)
                .present("review", review)
                .present("owner", owner)
                .present("deputy", deputy)
                .when(owner != null && owner.equals(deputy), "deputy", "must be somebody else than the owner")
                .present("onBreach", onBreach)
                .present("labelDelayDays", labelDelayDays)
                .when(!within(labelDelayDays, 0, TEN_YEARS), "labelDelayDays", "must be from 0 to " + TEN_YEARS)
                .present("silentAfterHours", silentAfterHours)
                .when(
                        !within(silentAfterHours, 1, YEAR_IN_HOURS),
                        "silentAfterHours",
                        "must be from 1 to " + YEAR_IN_HOURS);
        if (windows != null) {
            windows.tell(problems);
        }
        if (reference != null) {
            reference.tell(problems);
        }
        if (review != null) {
            review.tell(problems);
        }
        tellFeatures(problems);
        tellGroups(problems);
        tellLimits(problems);
        return problems.list();
    }

    /** The plan it becomes; only for a draft without problems. */
    MonitoringPlan plan(PersonId ownerId, PersonId deputyId) {
        return new MonitoringPlan(
                listed(features),
                listed(subgroups),
                listed(pairs),
                reference,
                requireNonNull(windows),
                listed(limits),
                requireNonNullElse(drift, DriftRule.DEFAULT),
                requireNonNull(review),
                ownerId,
                deputyId,
                requireNonNull(onBreach),
                requireNonNull(labelDelayDays),
                requireNonNull(silentAfterHours));
    }

    private void tellFeatures(FieldProblems problems) {
        var all = listed(features);
        problems.when(all.size() > MOST_FEATURES, "features", "must be at most " + MOST_FEATURES)
                .when(repeats(all.stream().map(WatchedFeature::name).toList()), "features", "name one twice");
        for (int i = 0; i < all.size(); i++) {
            all.get(i).tell(problems, "features[" + i + "]");
        }
    }

    private void tellGroups(FieldProblems problems) {
        var all = listed(subgroups);
        problems.when(all.size() > MOST_ATTRIBUTES, "subgroups", "must be at most " + MOST_ATTRIBUTES)
                .when(repeats(all), "subgroups", "name one twice");
        all.forEach(attribute -> problems.text("subgroups", attribute, 63));
        for (var pair : listed(pairs)) {
            problems.when(
                    pair.first().equals(pair.second()) || !all.contains(pair.first()) || !all.contains(pair.second()),
                    "pairs",
                    "must join two different attributes out of subgroups");
        }
    }

    private void tellLimits(FieldProblems problems) {
        var all = listed(limits);
        problems.when(all.size() > MOST_LIMITS, "limits", "must be at most " + MOST_LIMITS);
        for (int i = 0; i < all.size(); i++) {
            var limit = all.get(i);
            limit.tell(problems, "limits[" + i + "]");
            problems.when(
                    limit.eachOf() != null
                            && !listed(subgroups).contains(limit.eachOf())
                            && listed(pairs).stream().noneMatch(pair -> pair.named(limit.eachOf())),
                    "limits[" + i + "].eachOf",
                    "must be one of the subgroups, or one of the pairs, such as age_band × sex");
        }
        problems.when(
                repeats(all.stream()
                        .map(limit -> List.of(limit.metric(), limit.side(), requireNonNullElse(limit.eachOf(), "")))
                        .toList()),
                "limits",
                "set the same limit twice");
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static boolean repeats(List<?> names) {
        return names.stream().distinct().count() < names.size();
    }

    /** What is not given is no number out of range. */
    private static boolean within(@Nullable Integer number, int least, int most) {
        return number == null || number >= least && number <= most;
    }
}
