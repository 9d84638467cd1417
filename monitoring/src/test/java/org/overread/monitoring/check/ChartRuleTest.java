package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.chart.ChartPeriod;
import org.overread.monitoring.chart.ControlCharts;
import org.overread.monitoring.chart.OutcomeCharts;
import org.overread.monitoring.chart.ShownChart;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

class ChartRuleTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    @DisplayName("C5: a lasting rise of the override rate is a warning from the week that signalled, and one alert")
    void warnsOfALastingRise() {
        var check = only(ChartRule.of(ChartedRate.OVERRIDES, chart(20, Set.of(15, 18), false))
                .toList());

        assertThat(check.state()).isEqualTo(CheckState.WARNING);
        assertThat(check.raises()).isTrue();
        assertThat(check.headline()).isEqualTo("The override rate has risen");
        assertThat(check.sentence())
                .isEqualTo("The override rate has risen: 30 % of 100 outputs in the week from 11 May 2026, where 20 %"
                        + " is usual.");
        assertThat(check.since()).isEqualTo(LocalDate.parse("2026-04-20"));
    }

    @Test
    @DisplayName("C5: a signal of long ago, and a chart without a baseline, raise nothing")
    void isQuietOtherwise() {
        assertThat(only(ChartRule.of(ChartedRate.OVERRIDES, chart(20, Set.of(3), false))
                                .toList())
                        .sentence())
                .isEqualTo("The override rate is as usual: 20 % of the outputs.");
        var young = new ShownChart(
                ChartPeriod.WEEK, List.of(point(0, false, false)), null, null, null, null, "needs 4 reference weeks");
        assertThat(only(ChartRule.of(ChartedRate.OVERRIDES, young).toList()))
                .satisfies(check -> assertThat(check.state()).isEqualTo(CheckState.NO_DATA))
                .satisfies(check -> assertThat(check.raises()).isFalse());
        assertThat(ChartRule.of(
                        ChartedRate.OVERRIDES,
                        new ShownChart(ChartPeriod.WEEK, List.of(), null, null, null, null, "none")))
                .isEmpty();
    }

    @Test
    @DisplayName("C3: a week that stands for few is told without its figures")
    void tellsNoFiguresOfFew() {
        var check = only(
                ChartRule.of(ChartedRate.OVERRIDES, chart(20, Set.of(19), true)).toList());

        assertThat(check.state()).isEqualTo(CheckState.WARNING);
        assertThat(check.sentence()).contains("hidden").doesNotContain("%");
    }

    @Test
    @DisplayName("C5: of flags and outcomes a warning takes a second signal within eight weeks")
    void asksForASecondSignal() {
        assertThat(only(ChartRule.of(ChartedRate.FLAGS, chart(20, Set.of(5, 18), false))
                                .toList())
                        .state())
                .isEqualTo(CheckState.OK);

        var flags = only(ChartRule.of(ChartedRate.FLAGS, chart(20, Set.of(13, 18), false))
                .toList());

        assertThat(flags.state()).isEqualTo(CheckState.WARNING);
        assertThat(flags.kind()).isEqualTo(CheckKind.DRIFT);
        assertThat(flags.headline()).isEqualTo("The flag rate has risen");
    }

    @Test
    @DisplayName("C5: outcomes are told beside what is usual of the week's own patients, by the sum that signalled")
    void tellsOutcomesBesideTheirWeek() {
        var week = MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(9));
        var signal = new ShownChart.Point(
                week,
                week.plus(ChartPeriod.WEEK.duration()),
                false,
                30L,
                100L,
                0.3,
                0.32,
                0.48,
                0.0,
                7.1,
                false,
                false,
                true,
                false);
        var chart = new ShownChart(ChartPeriod.WEEK, List.of(signal, signal), 0.2, 1.0, 6, null, null);

        var outcomes = only(ChartRule.of(ChartedRate.OUTCOMES, chart).toList());

        assertThat(outcomes.headline()).isEqualTo("The event rate at the same scores has fallen");
        assertThat(outcomes.sentence())
                .isEqualTo("The event rate at the same scores has fallen: 30 % of 100 known outcomes in the week from"
                        + " 9 March 2026, where 32 % to 48 % is usual.");
        assertThat(ChartRule.of(ChartedRate.OUTCOMES, chart.until(week)))
                .as("a week that ends later is not judged")
                .isEmpty();
    }

    @Test
    @DisplayName("C5: a signal stands for eight weeks, and neither a week outside nor a drift of weeks is one")
    void standsForEightWeeks() {
        assertThat(state(ChartedRate.OVERRIDES, chart(20, Set.of(12), false))).isEqualTo(CheckState.WARNING);
        assertThat(state(ChartedRate.OVERRIDES, chart(20, Set.of(11), false))).isEqualTo(CheckState.OK);
        assertThat(state(ChartedRate.OVERRIDES, chart(10, Set.of(), false)))
                .as("its sixth week lies outside")
                .isEqualTo(CheckState.OK);
    }

    @Test
    @DisplayName("C5: of quarters only the latest stands, and two in a row where it takes two signals")
    void standsForOneLongPeriod() {
        assertThat(state(ChartedRate.OVERRIDES, chart(ChartPeriod.QUARTER, 4, Set.of(3))))
                .isEqualTo(CheckState.WARNING);
        assertThat(state(ChartedRate.OVERRIDES, chart(ChartPeriod.QUARTER, 4, Set.of(2))))
                .isEqualTo(CheckState.OK);
        assertThat(state(ChartedRate.FLAGS, chart(ChartPeriod.QUARTER, 4, Set.of(2, 3))))
                .isEqualTo(CheckState.WARNING);
        assertThat(state(ChartedRate.FLAGS, chart(ChartPeriod.QUARTER, 4, Set.of(1, 3))))
                .isEqualTo(CheckState.OK);
    }

    @Test
    @DisplayName("C5: one signal of outcomes is none yet, one of acceptances is")
    void asksOfEachRateForItsOwn() {
        assertThat(state(ChartedRate.OUTCOMES, chart(20, Set.of(18), false))).isEqualTo(CheckState.OK);
        assertThat(state(ChartedRate.ACCEPTANCES, chart(20, Set.of(18), false))).isEqualTo(CheckState.WARNING);
    }

    @Test
    @DisplayName("C3: where the sums are hidden, outcomes have changed: what is usual differs from week to week")
    void doesNotSayWhichWayWithoutTheSums() {
        assertThat(only(ChartRule.of(ChartedRate.OUTCOMES, chart(20, Set.of(15, 18), false))
                                .toList())
                        .headline())
                .isEqualTo("The event rate at the same scores has changed");
    }

    @Test
    @DisplayName("C5: a chart's check shows the rate of each week with how many it is of")
    void showsTheRateOfEachWeek() {
        var check = only(
                ChartRule.of(ChartedRate.OVERRIDES, chart(2, Set.of(), false)).toList());

        assertThat(check.points())
                .containsExactly(
                        new CheckPoint(
                                LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-12"), 0.3, null, null, 100L),
                        new CheckPoint(
                                LocalDate.parse("2026-01-12"), LocalDate.parse("2026-01-19"), 0.3, null, null, 100L));
    }

    @Test
    @DisplayName("C5: overrides and acceptances are checked each by its own chart, over all sites")
    void checksBothAnswers() {
        var checks = new ChartChecks();
        checks.charts = new ControlCharts() {
            @Override
            public Charts of(Actor actor, ModelVersionId version, @Nullable String site) {
                assertThat(site).isNull();
                return new Charts(chart(20, Set.of(18), false), chart(20, Set.of(), false));
            }
        };

        assertThat(checks.checks(watch()))
                .extracting(Check::key, Check::state)
                .containsExactly(
                        tuple("chart:overrides", CheckState.WARNING), tuple("chart:acceptances", CheckState.OK));
    }

    @Test
    @DisplayName("C4: flags are checked to the end, outcomes only of weeks that are over for longer than they are late")
    void checksOutcomesThatAreNotLate() {
        var checks = new OutcomeChartChecks();
        checks.charts = new OutcomeCharts() {
            @Override
            public Charts of(Actor actor, ModelVersionId version, @Nullable String site) {
                assertThat(site).isNull();
                return new Charts(chart(20, Set.of(15, 18), false), chart(20, Set.of(14, 16), false));
            }
        };

        // the plan expects outcomes after 30 days: on 25 May those of weeks that were over on 25 April, the 15th and
        // before
        assertThat(checks.checks(watch()))
                .extracting(
                        Check::key,
                        Check::state,
                        Check::since,
                        check -> check.points().size())
                .containsExactly(
                        tuple("chart:flags", CheckState.WARNING, LocalDate.parse("2026-04-20"), 20),
                        tuple("chart:outcomes", CheckState.OK, null, 15));
    }

    /** On the Monday after twenty weeks. */
    private static Watch watch() {
        var now = MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(20));
        return new Watch(new ModelVersionId("sepsis", 2), PlanFixtures.plan(), MONDAY, now.minusSeconds(1), true, now);
    }

    private static CheckState state(ChartedRate rate, ShownChart chart) {
        return only(ChartRule.of(rate, chart).toList()).state();
    }

    private static ShownChart chart(int weeks, Set<Integer> signals, boolean hidden) {
        return chart(ChartPeriod.WEEK, weeks, signals, hidden);
    }

    private static ShownChart chart(ChartPeriod length, int periods, Set<Integer> signals) {
        return chart(length, periods, signals, false);
    }

    private static ShownChart chart(ChartPeriod length, int periods, Set<Integer> signals, boolean hidden) {
        return new ShownChart(
                length,
                IntStream.range(0, periods)
                        .mapToObj(period -> point(period, signals.contains(period), hidden))
                        .toList(),
                0.2,
                1.0,
                6,
                null,
                null);
    }

    private static ShownChart.Point point(int week, boolean sustained, boolean hidden) {
        var from = MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(week));
        return new ShownChart.Point(
                from,
                from.plus(ChartPeriod.WEEK.duration()),
                false,
                hidden ? null : Long.valueOf(30),
                hidden ? null : Long.valueOf(100),
                hidden ? null : Double.valueOf(0.3),
                null,
                null,
                null,
                null,
                week == 5,
                false,
                sustained,
                hidden);
    }

    private static Check only(List<Check> checks) {
        assertThat(checks).hasSize(1);
        return checks.getFirst();
    }
}
