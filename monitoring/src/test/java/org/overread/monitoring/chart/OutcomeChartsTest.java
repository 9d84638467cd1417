package org.overread.monitoring.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.performance.store.PerformanceStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;

class OutcomeChartsTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
    private static final int WEEKS = 30;

    private final IntakeBench bench = new IntakeBench();
    private final OutcomeCharts charts = new OutcomeCharts();

    OutcomeChartsTest() {
        charts.catalog = bench.catalog;
        charts.cohorts = PerformanceStores.cohorts(bench.transactions.dataSource());
    }

    @Test
    @DisplayName("C5: worse outcomes at the same scores are signalled, the flag rate stays as it was")
    void signalsWorseOutcomes() {
        send(3, "", 200);

        var drawn = charts.of(OWNER, SEPSIS_2, null);

        assertThat(drawn.flagged().points()).hasSize(WEEKS);
        assertThat(drawn.flagged().signals()).noneMatch(ShownChart.Point::sustained);
        assertThat(drawn.outcomes().referenceWeeks()).isEqualTo(10);
        assertThat(drawn.outcomes().signals()).anyMatch(ShownChart.Point::sustained);
        assertThat(drawn.outcomes().alarms()).isNotNull();
        assertThat(charts.of(OWNER, SEPSIS_2, null)).isSameAs(drawn);
    }

    @Test
    @DisplayName("C4: weeks of which too few outcomes are known are not judged, and drawn as a gap")
    void doesNotJudgeWeeksWhoseOutcomesAreLate() {
        send(3, "late", 200);

        var outcomes = charts.of(OWNER, SEPSIS_2, null).outcomes();

        assertThat(outcomes.points().getLast().rate()).isNull();
        assertThat(outcomes.points().getLast().of()).isZero();
        assertThat(outcomes.signals()).isEmpty();
    }

    @Test
    @DisplayName("C3: weeks of few patients are hidden, however many predictions they had")
    void hidesWeeksOfFewPatients() {
        send(1, "", 8);

        assertThat(charts.of(OWNER, SEPSIS_2, null).flagged().points())
                .allSatisfy(point -> assertThat(point.count()).isNull());
    }

    @Test
    @DisplayName("C5: only whole weeks are charted, and of one site only what that site sent")
    void chartsWholeWeeksOfASite() {
        send(1, "", 200);
        var body = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome\n");
        for (var i = 0; i < 40; i++) {
            body.append("s%d,%sT10:00:00Z,y%d,south,0.5,1%n".formatted(i, FIRST, i));
            body.append("t%d,%sT10:00:00Z,z%d,south,0.5,1%n".formatted(i, FIRST.plusDays(7L * WEEKS + i % 6), i));
        }
        bench.send(BodyFormat.CSV, body.toString());

        var all = charts.of(OWNER, SEPSIS_2, null).flagged().points();
        var north = charts.of(OWNER, SEPSIS_2, "north").flagged().points();

        assertThat(all).hasSize(WEEKS);
        assertThat(all.getFirst().of()).isEqualTo(240);
        assertThat(north.getFirst().of()).isEqualTo(200);
    }

    @Test
    @DisplayName("C5: of very many predictions no chart is drawn, and it is said why")
    void drawsNothingOfVeryMany() {
        charts.cohorts = new Cohorts() {
            @Override
            public Cohort of(ModelVersionId version, Window window) {
                throw new UnsupportedOperationException();
            }

            @Override
            public SortedSet<String> attributes(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Days days(ModelVersionId version) {
                return new Days(FIRST, FIRST);
            }

            @Override
            public long stored(ModelVersionId version) {
                return 500_001;
            }

            @Override
            public long state(ModelVersionId version) {
                return 1;
            }
        };

        assertThat(charts.of(OWNER, SEPSIS_2, null).outcomes().reason())
                .isEqualTo("is drawn for versions of up to 500,000 predictions");
    }

    @Test
    @DisplayName("G1: only to those who may read figures, and within their site")
    void keepsToTheLimitsOfTheRole() {
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);

        assertThat(charts.of(north, SEPSIS_2, "north").flagged().reason()).isEqualTo("needs predictions");
        assertThatThrownBy(() -> charts.of(north, SEPSIS_2, null)).hasMessage("nina may not do this here");
        assertThatThrownBy(() -> charts.of(Actors.person("clara", Role.CLINICIAN), SEPSIS_2, null))
                .hasMessage("clara may not do this here");
    }

    /** Thirty weeks of 200 predictions; after the tenth the odds of an event are times so many, or not known yet. */
    private void send(double odds, String later, int patients) {
        var chance = new SplittableRandom(9);
        var body = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome\n");
        for (var week = 0; week < WEEKS; week++) {
            for (var i = 0; i < 200; i++) {
                var score = (1 + chance.nextInt(60)) / 100.0;
                var risk = week < 10 ? score : odds * score / (1 - score + odds * score);
                var event = chance.nextDouble() < risk ? "1" : "0";
                body.append("w%di%d,%sT10:00:00Z,x%d,north,%s,%s%n"
                        .formatted(
                                week,
                                i,
                                FIRST.plusDays(7L * week + i % 7),
                                i % patients,
                                score,
                                week >= 10 && !later.isEmpty() ? "" : event));
            }
        }
        bench.send(BodyFormat.CSV, body.toString());
    }
}
