package org.overread.monitoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.Limit.Reading;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.registry.FieldProblem;

class PlanDraftTest {
    @Test
    void aWholePlanHasNoProblems() {
        assertThat(PlanFixtures.draft().problems()).isEmpty();
    }

    @Test
    @DisplayName("C11: a plan is refused with every problem at once")
    void tellsEveryProblemAtOnce() {
        var draft = new PlanDraft(
                List.of(
                        new WatchedFeature("age", FeatureKind.NUMERIC, null, 120.0, 0.0, List.of("old"), 1.5),
                        new WatchedFeature("age", FeatureKind.CATEGORICAL, "years", null, null, List.of(), null)),
                List.of("sex"),
                List.of(new AttributePair("sex", "race")),
                new ReferenceWindow(LocalDate.parse("2025-03-01"), LocalDate.parse("2025-01-01")),
                new WindowRule(WindowLength.WEEK, 4, 3),
                List.of(new Limit(Metric.AUROC, "race", Limit.Side.FLOOR, 0.6, 70)),
                null,
                null,
                "mira",
                "mira",
                null,
                -1,
                null);

        assertThat(draft.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "features",
                        "features[0].high",
                        "features[0].categories",
                        "features[0].mostMissing",
                        "features[1].unit",
                        "pairs",
                        "reference.to",
                        "windows.breached",
                        "limits[0].alert",
                        "limits[0].warning",
                        "limits[0].eachOf",
                        "review",
                        "deputy",
                        "onBreach",
                        "labelDelayDays",
                        "silentAfterHours");
    }

    @Test
    void aLimitIsBrokenOnlyWhenTheWholeIntervalLiesBeyondIt() {
        var floor = new Limit(Metric.SENSITIVITY, null, Limit.Side.FLOOR, 0.7, 0.6);

        assertThat(floor.read(Estimate.of(0.5, 0.4, 0.59, "wilson"))).isEqualTo(Reading.BROKEN);
        assertThat(floor.read(Estimate.of(0.5, 0.4, 0.60, "wilson"))).isEqualTo(Reading.WARNED);
        assertThat(floor.read(Estimate.of(0.5, 0.3, 0.71, "wilson"))).isEqualTo(Reading.KEPT);
        assertThat(floor.read(Estimate.withoutInterval(0.1, "one case"))).isEqualTo(Reading.UNKNOWN);
        assertThat(floor.read(Estimate.undefined("no events"))).isEqualTo(Reading.UNKNOWN);
        var ceiling = new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.CEILING, null, 1.5);
        assertThat(ceiling.read(Estimate.of(1.8, 1.51, 2.1, "exact"))).isEqualTo(Reading.BROKEN);
        assertThat(ceiling.read(Estimate.of(1.8, 1.5, 2.1, "exact"))).isEqualTo(Reading.KEPT);
    }

    @Test
    void judgesWholeWindowsThatEndedBeforeTheDay() {
        var wednesday = LocalDate.parse("2026-03-04");

        assertThat(new WindowRule(WindowLength.WEEK, 2, 3).last(2, wednesday))
                .containsExactly(days("2026-02-16", "2026-02-23"), days("2026-02-23", "2026-03-02"));
        assertThat(new WindowRule(WindowLength.MONTH, 1, 1).last(1, wednesday))
                .containsExactly(days("2026-02-01", "2026-03-01"));
        assertThat(new WindowRule(WindowLength.DAY, 1, 1).last(1, wednesday))
                .containsExactly(days("2026-03-03", "2026-03-04"));
    }

    @Test
    @DisplayName("C9: a value out of its range, of another kind or of an unknown category is noticed")
    void knowsWhichValuesItAllows() {
        var age = PlanFixtures.plan().features().getFirst();
        var insulin = PlanFixtures.plan().features().getLast();

        assertThat(List.of("0", "120", "64.5")).allMatch(age::allows);
        assertThat(List.of("-1", "121", "NaN", "old", "")).noneMatch(age::allows);
        assertThat(insulin.allows("Up")).isTrue();
        assertThat(insulin.allows("up")).isFalse();
    }

    private static Days days(String from, String to) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to));
    }
}
