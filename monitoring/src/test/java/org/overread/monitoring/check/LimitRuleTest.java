package org.overread.monitoring.check;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.LimitRule.Judged;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.WindowLength;
import org.overread.monitoring.plan.WindowRule;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.monitoring.subgroup.Disclosure;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;

class LimitRuleTest {
    private static final Limit FLOOR = new Limit(Metric.SENSITIVITY, null, Limit.Side.FLOOR, 0.70, 0.60);
    private static final WatchedGroup WOMEN = new GroupLimit(FLOOR, "sex", null).group("Female");
    private static final WindowRule TWO_OF_THREE = new WindowRule(WindowLength.WEEK, 2, 3);
    private static final LocalDate MONDAY = LocalDate.parse("2026-02-02");
    private static final double BROKEN = 0.50;
    private static final double WARNED = 0.64;
    private static final double KEPT = 0.80;

    @Test
    @DisplayName("C8: one bad window raises nothing; two of the last three do")
    void mustBeSustained() {
        assertThat(check(KEPT, KEPT, BROKEN).state()).isEqualTo(CheckState.OK);
        assertThat(check(BROKEN, KEPT, BROKEN).state()).isEqualTo(CheckState.ALERT);
        assertThat(check(BROKEN, BROKEN, KEPT, KEPT, BROKEN).state()).isEqualTo(CheckState.OK);
        assertThat(check(WARNED, KEPT, BROKEN).state()).isEqualTo(CheckState.WARNING);
    }

    @Test
    void saysSinceWhenAsFarBackAsItLooks() {
        var check = check(KEPT, BROKEN, BROKEN, WARNED, BROKEN);

        assertThat(check.since()).isEqualTo(MONDAY.plusWeeks(1));
        assertThat(check.title()).isEqualTo("Sensitivity in sex Female, at least 0.60");
        assertThat(check.headline()).isEqualTo("Sensitivity in sex Female below its floor");
        assertThat(check.sentence())
                .isEqualTo("Sensitivity in sex Female is below its floor of 0.60: 0.50 (0.45–0.55), n = 900,"
                        + " 2 March 2026 to 8 March 2026.");
        assertThat(check.limit()).isEqualTo(0.6);
        assertThat(check.points()).hasSize(5);
    }

    @Test
    @DisplayName("C8: the two sides of one figure can be told apart wherever checks are listed")
    void namesTheSide() {
        var ceiling = new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.CEILING, 1.25, 1.5);
        var floor = new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.FLOOR, 0.8, 0.67);

        assertThat(new GroupLimit(ceiling, null, null).group(null).title())
                .isEqualTo("Observed / expected, at most 1.50");
        assertThat(new GroupLimit(floor, null, null).group(null).title())
                .isEqualTo("Observed / expected, at least 0.67");
    }

    @Test
    @DisplayName("C3: too few cases are no data, never OK; the windows together are judged instead")
    void judgesSmallGroupsOverAllWindowsTogether() {
        var few = IntStream.range(0, 3)
                .mapToObj(week -> judged(week, BROKEN, Tier.LOW_PRECISION))
                .toList();

        assertThat(rule().check(WOMEN, few, List.of(judged(0, BROKEN, Tier.LOW_PRECISION)))
                        .state())
                .isEqualTo(CheckState.NO_DATA);
        assertThat(rule().check(WOMEN, few, List.of(judged(0, BROKEN, Tier.FULL)))
                        .state())
                .isEqualTo(CheckState.ALERT);
        assertThat(rule().check(WOMEN, few, List.of(judged(0, KEPT, Tier.FULL))).state())
                .isEqualTo(CheckState.OK);
        assertThat(rule().check(WOMEN, few, List.of(Judged.of(days(0), null, FLOOR)))
                        .sentence())
                .contains("cannot be judged", "nothing was sent");
    }

    @Test
    @DisplayName("C8: as many windows as must be broken are enough to judge by, whatever they are together")
    void judgesBySingleWindowsWhereEnoughAreKnown() {
        var windows = List.of(
                judged(0, KEPT, Tier.LOW_PRECISION), judged(1, BROKEN, Tier.FULL), judged(2, BROKEN, Tier.FULL));

        assertThat(rule().check(WOMEN, windows, List.of(judged(0, KEPT, Tier.FULL)))
                        .state())
                .isEqualTo(CheckState.ALERT);
    }

    @Test
    @DisplayName(
            "C3: a small group is judged in the shortest stretch that holds enough, and stands so since its first day")
    void takesTheShortestStretchThatHoldsEnough() {
        var few = List.of(judged(4, KEPT, Tier.LOW_PRECISION));
        var longer =
                List.of(judged(3, KEPT, Tier.LOW_PRECISION), judged(2, BROKEN, Tier.FULL), judged(1, KEPT, Tier.FULL));

        var check = rule().check(WOMEN, few, longer);

        assertThat(check.state()).isEqualTo(CheckState.ALERT);
        assertThat(check.since()).isEqualTo(MONDAY.plusWeeks(2));
    }

    @Test
    @DisplayName("C8: a window that cannot be judged breaks no row of bad ones, one that keeps the limit does")
    void saysSinceWhenTheRowBegan() {
        assertThat(check(BROKEN, KEPT, BROKEN, BROKEN).since()).isEqualTo(MONDAY.plusWeeks(2));
        var gap = List.of(
                judged(0, BROKEN, Tier.FULL),
                judged(1, KEPT, Tier.LOW_PRECISION),
                judged(2, BROKEN, Tier.FULL),
                judged(3, BROKEN, Tier.FULL));
        assertThat(rule().check(WOMEN, gap, List.of(judged(0, KEPT, Tier.FULL))).since())
                .isEqualTo(MONDAY);
    }

    @Test
    @DisplayName("C8: a warning is drawn at the warning's limit, all else at the alert's")
    void drawsTheLimitThatIsBroken() {
        assertThat(check(WARNED, WARNED, WARNED).limit()).isEqualTo(0.70);
        assertThat(check(KEPT, KEPT, KEPT).limit()).isEqualTo(0.60);
    }

    private static Check check(double... values) {
        var windows = IntStream.range(0, values.length)
                .mapToObj(week -> judged(week, values[week], Tier.FULL))
                .toList();
        return rule().check(WOMEN, windows, List.of(judged(0, KEPT, Tier.FULL)));
    }

    private static LimitRule rule() {
        return new LimitRule(FLOOR, TWO_OF_THREE);
    }

    private static Judged judged(int week, double value, Tier tier) {
        var nothing = Arrays.stream(Metric.values()).collect(toMap(each -> each, _ -> Estimate.undefined("not asked")));
        var estimates = new EnumMap<Metric, Estimate>(nothing);
        estimates.put(Metric.SENSITIVITY, Estimate.of(value, value - 0.05, value + 0.05, "wilson"));
        return Judged.of(
                days(week),
                new GroupFigures(
                        "sex", "Female", 900L, 900L, 120L, tier, Disclosure.SHOWN, new Figures(estimates, null, null)),
                FLOOR);
    }

    private static Days days(int week) {
        return new Days(MONDAY.plusWeeks(week), MONDAY.plusWeeks(week + 1L));
    }
}
