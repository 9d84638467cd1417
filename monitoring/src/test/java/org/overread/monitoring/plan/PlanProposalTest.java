package org.overread.monitoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;

class PlanProposalTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    @Test
    @DisplayName("C11: the reference window is the first third, four weeks at least and 90 days at most")
    void takesTheFirstThirdForReference() {
        assertThat(reference(180)).isEqualTo(new ReferenceWindow(FIRST, FIRST.plusDays(59)));
        assertThat(reference(30)).isEqualTo(new ReferenceWindow(FIRST, FIRST.plusDays(27)));
        assertThat(reference(20))
                .as("no longer than there are data")
                .isEqualTo(new ReferenceWindow(FIRST, FIRST.plusDays(19)));
        assertThat(reference(600)).isEqualTo(new ReferenceWindow(FIRST, FIRST.plusDays(89)));
    }

    @Test
    @DisplayName("C11: windows are weeks where a week has a hundred events, else months")
    void takesWindowsThatHoldEnoughEvents() {
        assertThat(length(70, 1_000)).isEqualTo(WindowLength.WEEK);
        assertThat(length(70, 999)).isEqualTo(WindowLength.MONTH);
        assertThat(proposed(List.of()).windows()).isEqualTo(new WindowRule(WindowLength.MONTH, 2, 3));
    }

    @Test
    @DisplayName("C4: outcomes are late as far as nine tenths of a day's are known; a month where no day's are")
    void learnsHowLateOutcomesAre() {
        assertThat(proposed(List.of(day(0, 10, 10), day(1, 10, 9), day(2, 10, 8), day(8, 10, 0)))
                        .labelDelayDays())
                .isEqualTo(7);
        assertThat(proposed(List.of(day(0, 10, 8), day(1, 10, 0))).labelDelayDays())
                .isEqualTo(30);
    }

    @Test
    @DisplayName("C9: silence is twice the longest pause so far, two days at least and a year at most")
    void expectsPausesAsTheyWere() {
        assertThat(proposed(List.of(day(0, 1, 0), day(1, 1, 0), day(4, 1, 0), day(5, 1, 0)))
                        .silentAfterHours())
                .isEqualTo(144);
        assertThat(proposed(List.of(day(0, 1, 0))).silentAfterHours()).isEqualTo(48);
        assertThat(proposed(List.of(day(0, 1, 0), day(400, 1, 0))).silentAfterHours())
                .isEqualTo(8_784);
    }

    @Test
    @DisplayName("C9: few categories are named, those of a feature with many, or not seen whole, are left open")
    void namesCategoriesOnlyWhereTheyAreFew() {
        assertThat(watched(seen(30, 0, false)).categories()).hasSize(30);
        assertThat(watched(seen(31, 0, false)).categories()).isEmpty();
        assertThat(watched(seen(3, 0, true)).categories()).isEmpty();
    }

    @Test
    @DisplayName("C9: ten hundredths more may be missing than are, and never more than all")
    void allowsATenthMoreToBeMissing() {
        assertThat(watched(seen(3, 1, false)).mostMissing()).isEqualTo(0.35);
        assertThat(watched(seen(1, 99, false)).mostMissing()).isEqualTo(1.0);
    }

    @Test
    @DisplayName("C8: floors lie five and ten hundredths below what all patients reached, for each group as for all")
    void proposesFloorsBelowWhatWasReached() {
        // 100 events, 80 of them flagged at 0.5
        var rows = Cohort.builder();
        for (int i = 0; i < 200; i++) {
            boolean flagged = i < 100 ? i < 80 : i < 120;
            rows.add(flagged ? 0.8 : 0.2, i < 100 ? 1 : 0, "p" + i, Map.of("sex", i % 2 == 0 ? "Female" : "Male"));
        }
        var measured = Evaluation.of(rows.build(), new Question(0.5, List.of(), false));

        assertThat(PlanProposal.of(List.of("sex"), List.of(day(0, 1, 0)), List.of(), measured, "mira", "tom", FIRST)
                        .limits())
                .contains(
                        new Limit(Metric.SENSITIVITY, null, Limit.Side.FLOOR, 0.75, 0.70),
                        new Limit(Metric.SENSITIVITY, "sex", Limit.Side.FLOOR, 0.75, 0.70),
                        new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.CEILING, 1.25, 1.5),
                        new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.FLOOR, 0.8, 0.67));
    }

    @Test
    @DisplayName(
            "C8: where a group has always been flagged less often, its attribute's floor lies below what it reached")
    void proposesNoFloorThatAGroupIsBelowAlready() {
        // of 100 events each 90 of the old and 30 of the young are flagged; of men and women alike 60
        var rows = Cohort.builder();
        for (int i = 0; i < 400; i++) {
            var old = i < 200;
            boolean event = i % 200 < 100;
            boolean flagged = event && i % 100 < (old ? 90 : 30);
            rows.add(
                    flagged ? 0.8 : 0.2,
                    event ? 1 : 0,
                    "p" + i,
                    Map.of("age", old ? "old" : "young", "sex", i % 2 == 0 ? "Female" : "Male"));
        }
        var measured = Evaluation.of(rows.build(), new Question(0.5, List.of("age", "sex"), false));

        assertThat(PlanProposal.of(
                                List.of("age", "sex"), List.of(day(0, 1, 0)), List.of(), measured, "mira", "tom", FIRST)
                        .limits())
                .contains(
                        new Limit(Metric.SENSITIVITY, null, Limit.Side.FLOOR, 0.55, 0.50),
                        new Limit(Metric.SENSITIVITY, "age", Limit.Side.FLOOR, 0.25, 0.20),
                        new Limit(Metric.SENSITIVITY, "sex", Limit.Side.FLOOR, 0.55, 0.50));
    }

    @Test
    @DisplayName("C8: of a figure that has no interval no limit is proposed, since none could judge it")
    void proposesNoLimitWithoutAnInterval() {
        var rows = Cohort.builder();
        rows.add(0.8, 1, "a", Map.of());
        rows.add(0.2, 0, "b", Map.of());
        var measured = Evaluation.of(rows.build(), new Question(0.5, List.of(), false));

        assertThat(measured.overall().get(Metric.AUROC).value()).isEqualTo(1.0);
        assertThat(measured.overall().get(Metric.AUROC).low()).isNull();
        assertThat(PlanProposal.of(List.of(), List.of(day(0, 1, 0)), List.of(), measured, "mira", "tom", FIRST)
                        .limits())
                .extracting(Limit::metric)
                .doesNotContain(Metric.AUROC);
    }

    @Test
    @DisplayName("C11: the first review is due in a quarter")
    void asksForAReviewInAQuarter() {
        assertThat(proposed(List.of()).review())
                .isEqualTo(new ReviewRule(ReviewRule.Cadence.QUARTER, LocalDate.parse("2025-04-01")));
    }

    private static @Nullable ReferenceWindow reference(int days) {
        return PlanProposal.reference(List.of(day(0, 1, 0), day(days - 1, 1, 0)));
    }

    private static WindowLength length(int days, int events) {
        var sent = new ArrayList<>(List.of(new DayCount(FIRST, 2_000, 2_000, events)));
        sent.add(day(days - 1, 10, 0));
        return java.util.Objects.requireNonNull(proposed(sent).windows()).length();
    }

    private static DayCount day(int number, long predictions, long known) {
        return new DayCount(FIRST.plusDays(number), predictions, known, 0);
    }

    private static PlanDraft proposed(List<DayCount> days) {
        return PlanProposal.of(List.of(), days, List.of(), null, "mira", "tom", FIRST);
    }

    private static WatchedFeature watched(FeatureSighting seen) {
        return java.util.Objects.requireNonNull(
                        PlanProposal.of(List.of(), List.of(), List.of(seen), null, "mira", "tom", FIRST)
                                .features())
                .getFirst();
    }

    /** One prediction with each of so many values, and some with none. */
    private static FeatureSighting seen(int values, long missing, boolean some) {
        var counts = IntStream.range(0, values).boxed().collect(Collectors.toMap(i -> "v" + i, _ -> 1L));
        return new FeatureSighting("ward", new TreeMap<>(counts), missing, false, null, null, some);
    }
}
