package org.overread.monitoring.plan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftRule;
import org.overread.registry.PersonId;

/**
 * What is watched of a version, how it is judged and who answers. A plan is declared as a {@link PlanDraft}, checked as
 * a whole, and from then on stays as it is: a change is another revision.
 *
 * @param subgroups the attributes whose groups are watched
 * @param reference what later windows are compared with; null until there is data to take it from
 * @param drift when a difference from the reference window is a finding
 * @param owner who is told first and must answer
 * @param deputy who is told when the owner does not answer in time
 * @param labelDelayDays after how many days outcomes are expected to be known; younger windows are not judged by them
 * @param silentAfterHours after how many hours without a prediction the feed counts as stopped
 */
public record MonitoringPlan(
        List<WatchedFeature> features,
        List<String> subgroups,
        List<AttributePair> pairs,
        @Nullable ReferenceWindow reference,
        WindowRule windows,
        List<Limit> limits,
        DriftRule drift,
        ReviewRule review,
        PersonId owner,
        PersonId deputy,
        BreachAction onBreach,
        int labelDelayDays,
        int silentAfterHours) {
    public MonitoringPlan {
        features = List.copyOf(features);
        subgroups = List.copyOf(subgroups);
        pairs = List.copyOf(pairs);
        limits = List.copyOf(limits);
        // a revision may be older than the rule
        drift = Objects.requireNonNullElse(drift, DriftRule.DEFAULT);
    }
}
