package org.overread.monitoring.plan;

import java.time.LocalDate;
import java.util.List;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.metric.Metric;
import org.overread.registry.testing.Actors;

/** Plans as tests speak of them. */
public final class PlanFixtures {
    private PlanFixtures() {}

    /** A whole plan of sepsis: mira answers, tom is her deputy. */
    public static PlanDraft draft() {
        return new PlanDraft(
                List.of(
                        new WatchedFeature("age", FeatureKind.NUMERIC, "years", 0.0, 120.0, List.of(), 0.1),
                        new WatchedFeature(
                                "insulin", FeatureKind.CATEGORICAL, null, null, null, List.of("No", "Up", "1"), null)),
                List.of("sex", "race"),
                List.of(new AttributePair("sex", "race")),
                new ReferenceWindow(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-03-31")),
                new WindowRule(WindowLength.WEEK, 2, 3),
                List.of(
                        new Limit(Metric.AUROC, null, Limit.Side.FLOOR, 0.75, 0.7),
                        new Limit(Metric.SENSITIVITY, "sex", Limit.Side.FLOOR, null, 0.6)),
                DriftRule.DEFAULT,
                new ReviewRule(ReviewRule.Cadence.QUARTER, LocalDate.parse("2026-06-30")),
                "mira",
                "tom",
                BreachAction.NOTIFY,
                30,
                48);
    }

    public static MonitoringPlan plan() {
        return draft().plan(Actors.idOf("mira"), Actors.idOf("tom"));
    }

    /** The same with other limits, judged by that rule. */
    public static MonitoringPlan plan(WindowRule windows, Limit... limits) {
        var whole = plan();
        return new MonitoringPlan(
                whole.features(),
                whole.subgroups(),
                whole.pairs(),
                whole.reference(),
                windows,
                List.of(limits),
                whole.drift(),
                whole.review(),
                whole.owner(),
                whole.deputy(),
                whole.onBreach(),
                whole.labelDelayDays(),
                whole.silentAfterHours());
    }
}
