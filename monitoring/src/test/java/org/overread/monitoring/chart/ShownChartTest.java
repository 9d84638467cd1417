package org.overread.monitoring.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.OneByOne;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.ModelVersionId;

class ShownChartTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration TIME = Duration.ofHours(72);
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);

    @Test
    void showsEveryWeekWhereNoneIsSmall() {
        var shown = chart(List.of(), 20, 25, 20, 25, 60);

        assertThat(shown.points()).noneMatch(ShownChart.Point::hidden);
        assertThat(shown.points().getLast().count()).isEqualTo(60);
        assertThat(shown.points().getLast().cusumUp()).isPositive();
        assertThat(shown.signals()).singleElement().returns(0.6, ShownChart.Point::rate);
    }

    @Test
    @DisplayName("B12: a week with 4 overrides is hidden with another beside it, and the sums with both")
    void hidesSmallWeeksSoThatTheTotalDoesNotTell() {
        var shown = chart(List.of(), 20, 25, 4, 25, 60);

        assertThat(counts(shown)).containsExactly(null, 25L, null, 25L, 60L);
        assertThat(shown.points().get(2).rate()).isNull();
        assertThat(shown.points().get(2).of()).isEqualTo(100);
        assertThat(shown.points()).allMatch(point -> point.cusumUp() == null && point.cusumDown() == null);
    }

    @Test
    @DisplayName("B12: that a hidden week stands out is said without its number")
    void stillSignals() {
        var shown = chart(List.of(), 50, 55, 50, 55, 3);

        assertThat(shown.points().getLast())
                .returns(true, ShownChart.Point::outside)
                .returns(null, ShownChart.Point::count)
                .returns(null, ShownChart.Point::rate);
    }

    @Test
    @DisplayName("B12: hidden weeks that together stand for few are not left alone")
    void hidesUntilTogetherTheyAreNotFew() {
        assertThat(counts(chart(List.of(), 30, 4, 3, 25, 60))).containsExactly(30L, null, null, null, 60L);
        assertThat(counts(chart(List.of(0L, 3L, 0L, 2L, 0L), 30, 31, 32, 33, 60)))
                .containsExactly(null, null, null, null, null);
    }

    @Test
    @DisplayName("B3: weekly rates are of all outputs shown, and only of weeks whose outputs had their time")
    void countsWeeksThatAreOver() {
        var cards = new ArrayList<Card>();
        var said = new ArrayList<GivenFeedback>();
        for (var i = 0; i < 60; i++) {
            var card = card(i, MONDAY.plus(Duration.ofHours(7L * i)));
            cards.add(card);
            if (i % 3 == 0) {
                said.add(overridden(card));
                said.add(overridden(card));
            }
        }

        var afterTwoWeeks = MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(2));
        assertThat(Responses.of(ChartPeriod.WEEK, OneByOne.weeks(cards, said), TIME, afterTwoWeeks))
                .hasSize(1);
        assertThat(Responses.of(ChartPeriod.WEEK, OneByOne.weeks(cards, said), TIME, afterTwoWeeks.plus(TIME)))
                .extracting(Responses::overridden)
                .containsExactly(
                        new PeriodCount(MONDAY, ChartPeriod.WEEK, 8, 24),
                        new PeriodCount(MONDAY.plus(ChartPeriod.WEEK.duration()), ChartPeriod.WEEK, 8, 24));
        assertThat(Responses.of(ChartPeriod.WEEK, OneByOne.weeks(cards, said), TIME, afterTwoWeeks.plus(TIME)))
                .allSatisfy(week -> {
                    assertThat(week.accepted().count()).isZero();
                    assertThat(week.accepted().of()).isEqualTo(24);
                    assertThat(week.rest()).isEqualTo(16);
                });
        assertThat(Responses.of(ChartPeriod.WEEK, OneByOne.weeks(List.of(), said), TIME, afterTwoWeeks))
                .isEmpty();
    }

    @Test
    @DisplayName("B12: a week whose rest is few is hidden as well, and none is hidden alone")
    void hidesTheRestAndNoneAlone() {
        assertThat(counts(chart(List.of(), 20, 25, 96, 25, 60))).containsExactly(null, 25L, null, 25L, 60L);
        assertThat(counts(ShownChart.of(rates(20, 25, 22, 25, 60), List.of(), Set.of(2))))
                .as("of few patients, whatever it counts")
                .containsExactly(null, 25L, null, 25L, 60L);
    }

    @Test
    @DisplayName("B12: of a hidden week of few outputs neither their number nor its limits are told")
    void tellsNoFewOutputs() {
        var weeks = new ArrayList<PeriodCount>();
        for (int week = 0; week < 6; week++) {
            weeks.add(new PeriodCount(
                    MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(week)),
                    ChartPeriod.WEEK,
                    week == 5 ? 2 : 20,
                    week == 5 ? 8 : 100));
        }
        var points = ShownChart.of(RateChart.of(ChartPeriod.WEEK, weeks, 4, 1), List.of())
                .points();

        assertThat(points.getLast())
                .returns(true, ShownChart.Point::hidden)
                .returns(null, ShownChart.Point::of)
                .returns(null, ShownChart.Point::low)
                .returns(null, ShownChart.Point::high);
        assertThat(points.get(4).low()).isNotNull();
    }

    @Test
    @DisplayName("C4: a chart until a moment has the weeks that are over by then, and what is usual stays")
    void endsWithWeeksThatAreOver() {
        var chart = chart(List.of(), 20, 25, 20, 25, 60);
        var third = MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(3));

        assertThat(counts(chart.until(third))).containsExactly(20L, 25L, 20L);
        assertThat(counts(chart.until(third.minusNanos(1)))).containsExactly(20L, 25L);
        assertThat(chart.until(third).centre()).isEqualTo(chart.centre());
    }

    @Test
    @DisplayName("C5: a week that drifts is a signal to look at, also where it does not lie outside")
    void callsADriftASignal() {
        var drifting = new ShownChart.Point(
                MONDAY, MONDAY, false, 1L, 2L, 0.5, null, null, null, null, false, true, false, false);

        assertThat(drifting.signal()).isTrue();
    }

    private static ShownChart chart(List<Long> derivable, long... counts) {
        return ShownChart.of(rates(counts), derivable);
    }

    private static RateChart rates(long... counts) {
        var weeks = IntStream.range(0, counts.length)
                .mapToObj(week -> new PeriodCount(
                        MONDAY.plus(ChartPeriod.WEEK.duration().multipliedBy(week)),
                        ChartPeriod.WEEK,
                        counts[week],
                        100))
                .toList();
        return RateChart.of(ChartPeriod.WEEK, weeks, 4, 1);
    }

    private static List<Long> counts(ShownChart chart) {
        return chart.points().stream().map(ShownChart.Point::count).toList();
    }

    private static Card card(int number, Instant at) {
        return new Card(new UUID(0, number), SEPSIS_2, "p" + number, "north", "icu", null, at, Indicator.WARNING);
    }

    private static GivenFeedback overridden(Card card) {
        return new GivenFeedback(
                UUID.randomUUID(),
                card.id(),
                null,
                "ehr",
                "MACHINE",
                FeedbackKind.OVERRIDDEN,
                OverrideReason.ALREADY_DONE,
                null,
                null,
                false,
                card.shownAt(),
                card.shownAt());
    }
}
