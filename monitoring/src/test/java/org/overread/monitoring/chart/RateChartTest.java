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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateChartTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    @DisplayName("C5: the limits are p0 ± 3·√(p0(1−p0)/n), wider by the dispersion of the reference weeks")
    void drawsLimits() {
        // qcc::qcc(c(20,30,20,30), sizes=100, type="p"): p0 = 0.25, LCL = 0.1200962, UCL = 0.3799038;
        // dispersion: mean|diff((x/100-.25)/sqrt(.25*.75/100))| / (2/sqrt(pi)) = 2.3094011 / 1.1283792 = 2.0466534
        var chart = chart(4, 20, 30, 20, 30, 25);

        var baseline = Objects.requireNonNull(chart.baseline());
        assertThat(baseline.rate()).isEqualTo(0.25);
        assertThat(baseline.dispersion()).isCloseTo(2.0466534, within(1e-7));
        assertThat(chart.points().get(4).high()).isCloseTo(0.25 + 2.0466534 * 0.1299038, within(1e-6));
        assertThat(chart.points().get(4).low()).isEqualTo(0);
    }

    @Test
    void takesNoNarrowerLimitsThanChance() {
        var chart = chart(4, 25, 25, 25, 25, 25);

        assertThat(Objects.requireNonNull(chart.baseline()).dispersion()).isEqualTo(1);
        assertThat(chart.points().getLast().low()).isCloseTo(0.1200962, within(1e-7));
        assertThat(chart.points().getLast().high()).isCloseTo(0.3799038, within(1e-7));
    }

    @Test
    void addsUpTheLogLikelihoodRatios() {
        // by hand, p0 = 0.25, R = 1.5: 40*log(1.5) - 100*log(1 + 0.5*0.25) = 4.4403011; the fall stays at 0
        var chart = chart(4, 25, 25, 25, 25, 40);

        assertThat(chart.points().getLast().up()).isCloseTo(4.4403011, within(1e-6));
        assertThat(chart.points().getLast().down()).isZero();
    }

    @ParameterizedTest(name = "rate {0} of {1} in {4} weeks, scattered {2} times as much as chance")
    @DisplayName("C5: on 1,000 years in which nothing changed the false alarms are as declared")
    @CsvSource({
        "0.2, 120, 1, 2026, 1, 8",
        "0.1, 60, 1, 7, 1, 8",
        "0.25, 150, 1.6, 11, 1, 8",
        "0.2, 110, 1, 5, 4, 4",
        "0.25, 100, 1.6, 12, 4, 3",
        "0.2, 100, 1, 9, 13, 2",
        "0.15, 150, 1.4, 13, 13, 4"
    })
    void callsWithoutCauseAsOftenAsDeclared(
            double rate, int size, double dispersion, long seed, int weeks, int referencePeriods) {
        var length = length(weeks);
        var chance = new SplittableRandom(seed);
        var truth = new Baseline(rate, dispersion, referencePeriods);
        var reference = periods(length, referencePeriods, size, truth, chance);
        var alarms = FalseAlarms.simulated(truth, reference, reference, 1);
        var years = 1_000;
        var sums = 0;
        var pChart = 0;
        for (var year = 0; year < years; year++) {
            var learned = Baseline.of(periods(length, referencePeriods, size, truth, chance));
            var points = FalseAlarms.secondYear(
                    length,
                    RateChart.watched(
                            periods(length, 2 * length.inAYear(), size, truth, chance),
                            learned,
                            new Cusum(alarms.cusumLimit())));
            sums += points.stream().anyMatch(ChartPoint::sustained) ? 1 : 0;
            pChart += points.stream().anyMatch(ChartPoint::outside) ? 1 : 0;
        }

        // three standard errors of 1,000 years and of the 2,000 that set the limit: √(.05·.95·(1/1000 + 1/2000)) =
        // 0.0084
        assertThat((double) sums / years).isCloseTo(FalseAlarms.DECLARED, within(0.025));
        assertThat((double) pChart / years).isCloseTo(alarms.pChart(), within(0.06));
    }

    @ParameterizedTest(name = "in periods of {0} weeks")
    @DisplayName(
            "C5: on 1,000 charts of nothing but chance, drawn from their own reference, alarms are no more than declared")
    @CsvSource({"4, 6", "13, 4"})
    void callsNoMoreOftenThanDeclaredByItsOwnReference(int weeks, int referencePeriods) {
        var length = length(weeks);
        var chance = new SplittableRandom(3);
        var usual = new Baseline(0.2, 1, referencePeriods);
        var charts = 1_000;
        var sums = 0;
        for (var chart = 0; chart < charts; chart++) {
            var periods = periods(length, referencePeriods + 2 * length.inAYear(), 60, usual, chance);
            var points = RateChart.of(length, periods, referencePeriods, 1).points();
            var watched = points.subList(referencePeriods, points.size());
            sums += FalseAlarms.secondYear(length, watched).stream().anyMatch(ChartPoint::sustained) ? 1 : 0;
        }

        // three standard errors of 1,000 charts: √(.05·.95/1000) = 0.0069
        assertThat((double) sums / charts).isLessThanOrEqualTo(FalseAlarms.DECLARED + 0.021);
    }

    @ParameterizedTest(name = "in periods of {0} weeks: within {2} periods in {3} of 1, within {4} in {5}")
    @DisplayName("C5: a step from 20 % to 35 % of 120 is signalled within some periods of any length")
    @CsvSource({"1, 8, 4, 0.85, 8, 0.97", "4, 6, 2, 0.5, 8, 0.9", "13, 4, 2, 0.7, 4, 0.85"})
    void signalsAStepInPeriodsOfAnyLength(
            int weeks, int referencePeriods, int few, double often, int more, double mostly) {
        var length = length(weeks);
        var chance = new SplittableRandom(5);
        var usual = new Baseline(0.2, 1, referencePeriods);
        var risen = new Baseline(0.35, 1, referencePeriods);
        var limit = FalseAlarms.simulated(usual, periods(length, referencePeriods, 120, usual, chance), List.of(), 1)
                .cusumLimit();
        var runs = 500;
        var soon = 0;
        var atLast = 0;
        for (var run = 0; run < runs; run++) {
            var learned = Baseline.of(periods(length, referencePeriods, 120, usual, chance));
            var points = RateChart.watched(periods(length, more, 120, risen, chance), learned, new Cusum(limit));
            soon += points.subList(0, few).stream().anyMatch(ChartPoint::signal) ? 1 : 0;
            atLast += points.stream().anyMatch(ChartPoint::signal) ? 1 : 0;
        }

        assertThat((double) soon / runs).isGreaterThanOrEqualTo(often);
        assertThat((double) atLast / runs).isGreaterThanOrEqualTo(mostly);
    }

    @Test
    void seesAFallAsWell() {
        var chart = chart(6, 40, 41, 39, 40, 42, 38, 20, 20, 20);

        assertThat(chart.signals()).anyMatch(ChartPoint::sustained);
        assertThat(chart.signals()).allMatch(point -> !point.reference());
    }

    @Test
    void beginsAnewAfterASignal() {
        var cusum = new Cusum(3);

        assertThat(cusum.add(4, -4)).isEqualTo(Cusum.Signal.ABOVE);
        assertThat(cusum.add(1, -1)).isEqualTo(Cusum.Signal.NONE);
        assertThat(cusum.up()).isEqualTo(1);
        assertThat(cusum.add(-5, 5)).isEqualTo(Cusum.Signal.BELOW);
    }

    @Test
    @DisplayName("C5: without enough to learn from it says so, and calls nothing")
    void saysWhatItLacks() {
        assertThat(chart(4, 20, 30, 20).reason()).isEqualTo("needs 4 reference weeks with outputs, has 3");
        assertThat(chart(4, 0, 0, 2, 1, 50).reason()).contains("fewer than 11 times");
        assertThat(chart(4, 100, 100, 100, 100, 50).reason()).contains("fewer than 11 times");
        assertThat(chart(4, 0, 0, 2, 1, 50).signals()).isEmpty();
        assertThat(RateChart.of(ChartPeriod.WEEK, List.of(), 4, 1).points()).isEmpty();
    }

    @Test
    void passesOverWeeksInWhichNothingWasShown() {
        var weeks = new ArrayList<>(weeks(25, 25, 25, 25, 25));
        weeks.add(4, new PeriodCount(MONDAY, ChartPeriod.WEEK, 0, 0));

        var chart = RateChart.of(ChartPeriod.WEEK, weeks, 4, 1);

        assertThat(chart.points().get(4).rate()).isNull();
        assertThat(chart.signals()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameLimit() {
        assertThat(chart(4, 20, 30, 20, 30, 25)).isEqualTo(chart(4, 20, 30, 20, 30, 25));
        assertThat(FalseAlarms.runLength()).isCloseTo(1013.8, within(0.1));
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThatThrownBy(() -> new PeriodCount(MONDAY, ChartPeriod.WEEK, 3, 2))
                .hasMessage("3 of 2 is no count");
        assertThatThrownBy(() -> new Baseline(Double.NaN, 1, 4)).hasMessageContaining("between 0 and 1");
    }

    @Test
    @DisplayName("C5: the period is chosen by the first weeks that could be counted, and then stays")
    void choosesThePeriodThatCanBeRead() {
        assertThat(holding(weeks(16, 16, 16))).isEqualTo(ChartPeriod.WEEK);
        assertThat(holding(weeks(84, 85))).isEqualTo(ChartPeriod.FOUR_WEEKS);
        assertThat(holding(weeks(4, 4))).isEqualTo(ChartPeriod.FOUR_WEEKS);
        assertThat(holding(weeks(4, 3))).isEqualTo(ChartPeriod.QUARTER);
        var years =
                new ArrayList<>(weeks(LongStream.generate(() -> 16).limit(12).toArray()));
        years.addAll(weeks(0, 0, 0));
        years.addFirst(new PeriodCount(MONDAY, ChartPeriod.WEEK, 0, 0));
        assertThat(holding(years)).isEqualTo(ChartPeriod.WEEK);
        assertThat(holding(List.of())).isEqualTo(ChartPeriod.WEEK);
    }

    @Test
    @DisplayName("C5: another count that a chart would give away makes its period longer, unless that does not help")
    void allowsForWhatItWouldGiveAway() {
        assertThat(ChartPeriod.holding(weeks(20, 20), List.of(20L, 20L))).isEqualTo(ChartPeriod.WEEK);
        assertThat(ChartPeriod.holding(weeks(20, 20), List.of(2L, 2L))).isEqualTo(ChartPeriod.QUARTER);
        assertThat(ChartPeriod.holding(weeks(20, 20), List.of(0L, 1L))).isEqualTo(ChartPeriod.WEEK);
    }

    private static ChartPeriod holding(List<PeriodCount> weeks) {
        return ChartPeriod.holding(weeks, List.of());
    }

    private static ChartPeriod length(int weeks) {
        return Stream.of(ChartPeriod.WEEK, ChartPeriod.FOUR_WEEKS, ChartPeriod.QUARTER)
                .filter(each -> each.weeks() == weeks)
                .findFirst()
                .orElseThrow();
    }

    private static RateChart chart(int reference, long... counts) {
        return RateChart.of(ChartPeriod.WEEK, weeks(counts), reference, 1);
    }

    private static List<PeriodCount> weeks(long... counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(week -> new PeriodCount(
                        MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(week)),
                        ChartPeriod.WEEK,
                        counts[week],
                        100))
                .toList();
    }

    private static List<PeriodCount> periods(
            ChartPeriod length, int many, int size, Baseline truth, SplittableRandom chance) {
        return IntStream.range(0, many)
                .mapToObj(i -> new PeriodCount(
                        MONDAY.plus(length.duration().multipliedBy(i)), length, counted(size, truth, chance), size))
                .toList();
    }

    /** Case by case, unlike the simulation that sets the limits. */
    private static long counted(int size, Baseline truth, SplittableRandom chance) {
        var excess = truth.dispersion() * truth.dispersion() - 1;
        var spread = Math.sqrt(excess * truth.rate() * (1 - truth.rate()) / size);
        var rate = truth.rate() + (spread > 0 ? spread * chance.nextGaussian() : 0);
        return IntStream.range(0, size)
                .filter(each -> chance.nextDouble() < rate)
                .count();
    }
}
