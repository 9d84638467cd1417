package org.overread.monitoring.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RiskAdjustedChartTest {
    private static final Instant FIRST = Instant.parse("2025-01-06T00:00:00Z");
    private static final Recalibration AS_IT_SAYS = new Recalibration(0, 1);
    private static final int REFERENCE = 12;
    private static final int WEEKS = 64;
    private static final int PATIENTS = 120;

    @Test
    @DisplayName("C5: a week adds to the sums what Steiner's risk-adjusted CUSUM adds for each case")
    void addsWhatSteinerAdds() {
        var week = ExpectedPeriod.of(
                new PeriodCount(FIRST, ChartPeriod.WEEK, 2, 5),
                new double[] {.1, .25, .4, .8, .05, .9},
                new byte[] {0, 1, 0, 1, 0, -1},
                new Recalibration(-.2, .9));

        // p = 1/(1+exp(-(-.2+.9*log(s/(1-s))))); (y*log(R)-log(1-p+R*p)).sum(); the same with 1/R; p.sum();
        // (p*(1-p)).sum()
        assertThat(week.weightUp(1)).isCloseTo(0.1424350058326445, within(1e-12));
        assertThat(week.weightDown(1)).isCloseTo(-0.2648546913770629, within(1e-12));
        assertThat(week.expected()).isCloseTo(1.492689436282543, within(1e-12));
        assertThat(week.variance()).isCloseTo(0.7454002468128433, within(1e-12));
        assertThat(week.weightUp(2)).isCloseTo(week.weightUp(1) / 4, within(1e-12));
    }

    @Test
    @DisplayName("C5: the limits are wider by as much as the reference periods scatter beyond chance")
    void widensByTheScatterOfTheReference() {
        // 400 cases of risk 0.2: sd 8; z = (96-80)/8, (64-80)/8, 0, 0: sqrt((4+4+0+0)/3) = 1.6329932
        var weeks = Stream.of(96, 64, 80, 80, 80)
                .map(events -> new ExpectedPeriod(
                        new PeriodCount(FIRST, ChartPeriod.WEEK, events, 400),
                        80,
                        64,
                        400 * Math.log(1.1),
                        400 * Math.log1p(-.2 / 3)))
                .toList();

        var chart = RiskAdjustedChart.of(ChartPeriod.WEEK, weeks, 4, 1);

        assertThat(Objects.requireNonNull(chart.baseline()).dispersion()).isCloseTo(1.6329932, within(1e-7));
        assertThat(chart.points().getLast().high()).isCloseTo((80 + 3 * 8 * 1.6329932) / 400, within(1e-7));
    }

    @Test
    @DisplayName("C5: in years in which nothing changes the sums signal no more often than is declared")
    void isNoMoreOftenWrongThanDeclared() {
        var runs = 100;
        var wrong = IntStream.rangeClosed(1, runs)
                .filter(seed -> weeks(seed, 0, 1).signals().stream().anyMatch(ChartPoint::sustained))
                .count();

        // 5 % of 100, and two standard deviations
        assertThat(wrong).isLessThanOrEqualTo(10);
    }

    @Test
    @DisplayName("C5: outcomes whose odds double are mostly signalled within six weeks, sicker patients are not")
    void tellsWorseOutcomesFromSickerPatients() {
        var worse = IntStream.rangeClosed(1, 40)
                .filter(seed -> weeks(seed, 0, 2).points().stream()
                        .skip(REFERENCE)
                        .limit(6)
                        .anyMatch(ChartPoint::sustained))
                .count();
        var sicker = IntStream.rangeClosed(1, 40)
                .filter(seed -> weeks(seed, 1, 1).points().stream().anyMatch(ChartPoint::sustained))
                .count();

        assertThat(worse).isGreaterThanOrEqualTo(37);
        assertThat(sicker).isLessThanOrEqualTo(5);
    }

    @Test
    void aWeekWithoutKnownOutcomesIsAGap() {
        var chart = weeks(1, 0, 1);
        var none = new PeriodCount(FIRST, ChartPeriod.WEEK, 0, 0);
        var empty = ExpectedPeriod.of(none, new double[] {.5}, new byte[] {-1}, AS_IT_SAYS);

        assertThat(chart.points().getFirst().up()).isNull();
        assertThat(ChartPoint.empty(none, false).rate()).isNull();
        assertThatThrownBy(() -> RiskAdjustedChart.of(ChartPeriod.WEEK, List.of(empty), 4, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A year after the reference in which patients are sicker by so many log odds, and the odds of an event times so many. */
    private static RateChart weeks(long seed, double sicker, double odds) {
        var chance = new SplittableRandom(seed);
        var weeks = new ArrayList<ExpectedPeriod>();
        for (var week = 0; week < WEEKS; week++) {
            var later = week >= REFERENCE;
            var scores = new double[PATIENTS];
            var outcomes = new byte[PATIENTS];
            for (var i = 0; i < PATIENTS; i++) {
                var logit = -1.5 + chance.nextGaussian() + (later ? sicker : 0);
                scores[i] = 1 / (1 + Math.exp(-logit));
                var risk = 1 / (1 + Math.exp(-logit - (later ? Math.log(odds) : 0)));
                outcomes[i] = (byte) (chance.nextDouble() < risk ? 1 : 0);
            }
            var from = FIRST.plus(ChartPeriod.WEEK.duration().multipliedBy(week));
            var events = IntStream.range(0, PATIENTS).map(i -> outcomes[i]).sum();
            weeks.add(ExpectedPeriod.of(
                    new PeriodCount(from, ChartPeriod.WEEK, events, PATIENTS), scores, outcomes, AS_IT_SAYS));
        }
        return RiskAdjustedChart.of(ChartPeriod.WEEK, weeks, REFERENCE, 1);
    }
}
