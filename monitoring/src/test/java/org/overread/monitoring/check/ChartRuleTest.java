package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.chart.ChartPeriod;
import org.overread.monitoring.chart.ShownChart;

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
    @DisplayName("C5: a signal of long ago, a single week outside, and a chart without a baseline raise nothing")
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

    private static ShownChart chart(int weeks, Set<Integer> signals, boolean hidden) {
        return new ShownChart(
                ChartPeriod.WEEK,
                IntStream.range(0, weeks)
                        .mapToObj(week -> point(week, signals.contains(week), hidden))
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
