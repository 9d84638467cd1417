package org.overread.monitoring.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.ShownCards;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

class ControlChartsTest extends StoreTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final Instant FIRST = Instant.parse("2025-01-06T00:00:00Z");

    private final ShownCards cards = FeedbackStores.cards(entities());
    private final FeedbackLog log = FeedbackStores.log(entities());
    private final ControlCharts charts = new ControlCharts();
    private long given;

    ControlChartsTest() {
        super("monitoring");
        charts.counts = FeedbackStores.counts(entities());
        charts.catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        charts.clock = () -> FIRST.plus(Duration.ofDays(7 * 13));
    }

    @Test
    @DisplayName("C5: what was said of the stored cards is charted week by week, and a step is signalled")
    void signalsAStep() {
        for (var week = 0; week < 12; week++) {
            shown(week, 120, week < 8 ? 24 : 60);
        }

        var overrides = charts.of(OWNER, SEPSIS_2, null).overrides();

        assertThat(overrides.points()).hasSize(12);
        assertThat(overrides.centre()).isEqualTo(0.2);
        assertThat(overrides.period()).isEqualTo(ChartPeriod.WEEK);
        assertThat(overrides.points().getFirst().count()).isEqualTo(24);
        assertThat(overrides.signals())
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.from()).isAfterOrEqualTo(FIRST.plus(Duration.ofDays(7 * 8))));
        assertThat(charts.of(OWNER, SEPSIS_2, "south").overrides().points()).isEmpty();
    }

    @Test
    @DisplayName(
            "C5: where a week holds few, periods of 4 weeks are charted, then quarters; a step is signalled there too")
    void chartsLongerPeriodsOfFew() {
        charts.clock = () -> FIRST.plus(Duration.ofDays(7 * 53));
        for (var week = 0; week < 52; week++) {
            shown(week, 30, week < 32 ? 6 : 14);
        }

        var drawn = charts.of(OWNER, SEPSIS_2, null);

        assertThat(drawn.overrides().period()).isEqualTo(ChartPeriod.FOUR_WEEKS);
        assertThat(drawn.overrides().points()).hasSize(13).noneMatch(ShownChart.Point::hidden);
        assertThat(drawn.overrides().points().getFirst())
                .returns(24L, ShownChart.Point::count)
                .returns(120L, ShownChart.Point::of)
                .returns(FIRST.plus(Duration.ofDays(28)), ShownChart.Point::to);
        assertThat(drawn.overrides().referenceWeeks()).isEqualTo(16);
        assertThat(drawn.overrides().signals())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(point -> assertThat(point.from()).isAfterOrEqualTo(FIRST.plus(Duration.ofDays(7 * 32))));
    }

    @Test
    @DisplayName("C5: what cannot be judged yet says in which periods, and how many of them it lacks")
    void saysHowManyPeriodsItLacks() {
        for (var week = 0; week < 12; week++) {
            shown(week, 6, 1);
        }

        var overrides = charts.of(OWNER, SEPSIS_2, null).overrides();

        assertThat(overrides.period().told())
                .isEqualTo("in periods of 13 weeks, because 4 weeks hold on average fewer than 16 of what is counted or"
                        + " of the rest");
        assertThat(overrides.reason()).isEqualTo("needs 2 reference periods of 13 weeks with outputs, has 0");
    }

    @Test
    @DisplayName("C5: limits are simulated once for the same weeks, and again for other ones")
    void simulatesLimitsOnce() {
        for (var week = 0; week < 12; week++) {
            shown(week, 120, 24);
        }

        var first = charts.of(OWNER, SEPSIS_2, null).overrides().alarms();
        assertThat(charts.of(OWNER, SEPSIS_2, null).overrides().alarms()).isSameAs(first);

        shown(1, 120, 24);
        assertThat(charts.of(OWNER, SEPSIS_2, null).overrides().alarms()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("G1: only to those who may read feedback, and within their site")
    void keepsToTheLimitsOfTheRole() {
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);

        assertThat(charts.of(north, SEPSIS_2, "north").overrides().points()).isEmpty();
        assertThatThrownBy(() -> charts.of(north, SEPSIS_2, null)).hasMessage("nina may not do this here");
        assertThatThrownBy(() -> charts.of(Actors.person("clara", Role.CLINICIAN), SEPSIS_2, null))
                .hasMessage("clara may not do this here");
    }

    private void shown(int week, int outputs, int overridden) {
        var at = FIRST.plus(Duration.ofDays(7L * week));
        inTransaction(() -> {
            for (var i = 0; i < outputs; i++) {
                var card = new Card(
                        new UUID(2, ++given), SEPSIS_2, "p" + given, "north", null, null, at, Indicator.WARNING);
                cards.add(card, "ehr", at);
                log.add(answer(card, i < overridden ? FeedbackKind.OVERRIDDEN : FeedbackKind.ACCEPTED, at));
            }
        });
    }

    private GivenFeedback answer(Card card, FeedbackKind kind, Instant at) {
        return new GivenFeedback(
                new UUID(3, given),
                card.id(),
                null,
                "ehr",
                "MACHINE",
                kind,
                kind == FeedbackKind.OVERRIDDEN ? OverrideReason.OTHER : null,
                null,
                null,
                false,
                at,
                at);
    }
}
