package org.overread.monitoring.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.subgroup.Tier;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;

class TrendsTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final String HEADER = "prediction_id,occurred_at,patient_ref,site,score,outcome,subgroup.sex\n";
    private static final LocalDate JANUARY = LocalDate.parse("2025-01-01");

    private final IntakeBench intake = new IntakeBench();
    private final PerformanceBench bench = new PerformanceBench(intake);

    @Test
    @DisplayName("C2: a point of the trend is what the performance of its period is")
    void aPointIsThePerformanceOfItsPeriod() {
        month("2025-01", 200, true);
        month("2025-02", 200, true);
        bench.profiling.rebuild();

        var trend = monthly(Metric.AUROC, null, null);

        assertThat(trend.points()).extracting(TrendPoint::from).containsExactly(JANUARY, JANUARY.plusMonths(1));
        var february = bench.performance.of(
                OWNER,
                SEPSIS_2,
                new PerformanceQuestion(
                        Instant.parse("2025-02-01T00:00:00Z"),
                        Instant.parse("2025-03-01T00:00:00Z"),
                        List.of(),
                        false,
                        null,
                        null));
        assertThat(trend.points().getLast().estimate())
                .isEqualTo(february.overall().get(Metric.AUROC));
        assertThat(trend.basis().sentence()).isEqualTo("computed exactly from the daily profiles of the predictions");
        assertThat(trend.threshold()).isEqualTo(0.15);
    }

    @Test
    @DisplayName("C4: outcomes that come late fill the period of their predictions, and completeness says how far")
    void lateOutcomesFillTheRightPeriod() {
        month("2025-01", 200, true);
        month("2025-02", 200, false);
        bench.profiling.rebuild();
        assertThat(monthly(Metric.AUROC, null, null).points())
                .extracting(TrendPoint::completeness)
                .containsExactly(1.0, 0.0);

        var outcomes = new StringBuilder("prediction_id,outcome,known_at\n");
        for (int i = 0; i < 100; i++) {
            outcomes.append("2025-02-%d,%d,2025-04-01T00:00:00Z%n".formatted(i, i % 2));
        }
        intake.sendOutcomes(outcomes.toString());

        var points = monthly(Metric.AUROC, null, null).points();
        assertThat(points).extracting(TrendPoint::completeness).containsExactly(1.0, 0.5);
        assertThat(points).extracting(TrendPoint::events).containsExactly(100L, 50L);
        assertThat(points.getLast().estimate().defined()).isTrue();
    }

    @Test
    @DisplayName("C3: a period in which a group has few patients hides it, one without predictions says so")
    void hidesFewPatientsInAPeriod() {
        month("2025-01", 200, true);
        month("2025-04", 200, true);
        var few = new StringBuilder(HEADER);
        for (int i = 0; i < 40; i++) {
            few.append("few%d,2025-02-10T00:00:00Z,f%d,north,0.%d,%d,F%n".formatted(i, i % 5, 100 + i, i % 2));
            few.append("men%d,2025-02-10T00:00:00Z,m%d,north,0.%d,%d,M%n".formatted(i, i, 100 + i, i % 2));
            few.append("others%d,2025-02-10T00:00:00Z,o%d,north,0.%d,%d,X%n".formatted(i, i, 100 + i, i % 2));
        }
        intake.send(BodyFormat.CSV, few.toString());

        var points = monthly(Metric.AUROC, "sex", "F").points();

        assertThat(points)
                .extracting(TrendPoint::tier)
                .containsExactly(Tier.LOW_PRECISION, Tier.SUPPRESSED, Tier.INSUFFICIENT, Tier.LOW_PRECISION);
        assertThat(points.get(1).predictions()).isNull();
        assertThat(points.get(1).completeness()).isNull();
        assertThat(points.get(2).predictions()).isZero();
        assertThat(points.get(2).estimate().reason()).isEqualTo("no predictions in this period");
    }

    @Test
    void periodsAreWholeAndEndWithTheNewestPrediction() {
        month("2025-01", 30, true);

        var weeks = bench.trends.of(OWNER, SEPSIS_2, TrendQuestion.of(Metric.AUROC, TrendPeriod.WEEK));

        assertThat(weeks.points().getFirst().from()).isEqualTo("2024-12-30");
        assertThat(weeks.points().getLast().to()).isEqualTo("2025-02-03");
        assertThat(weeks.points()).hasSize(5);
    }

    @Test
    void hasNoPointsBeforeAnythingWasSent() {
        assertThat(monthly(Metric.AUROC, null, null).points()).isEmpty();
    }

    @Test
    void refusesAQuestionWithEveryReasonAtOnce() {
        var question = new TrendQuestion(
                Metric.AUROC, TrendPeriod.DAY, JANUARY, JANUARY.plusYears(3), "income", null, 2.0, null);

        var refusal = catchThrowableOfType(GovernanceException.class, () -> bench.trends.of(OWNER, SEPSIS_2, question));

        assertThat(refusal.fields())
                .containsExactly(
                        new FieldProblem("threshold", "must be from 0 to 1"),
                        new FieldProblem(
                                "period", "gives more than 800 points: take a longer period or a shorter time"),
                        new FieldProblem("value", "is missing: a group needs both"),
                        new FieldProblem(
                                "by", "names an attribute these predictions do not have; they have [sex, race]"));
    }

    @Test
    @DisplayName("G1: who is limited to a site sees that site's trend only")
    void keepsToTheLimitsOfTheRole() {
        month("2025-01", 30, true);
        var south = Actors.within(new Scope(null, null, "south"), "sven", Role.MODEL_OWNER);

        assertThat(bench.trends
                        .of(
                                south,
                                SEPSIS_2,
                                new TrendQuestion(
                                        Metric.AUROC, TrendPeriod.MONTH, null, null, null, null, null, "south"))
                        .points())
                .allSatisfy(point -> assertThat(point.predictions()).isZero());
        assertThatThrownBy(() -> bench.trends.of(south, SEPSIS_2, TrendQuestion.of(Metric.AUROC, TrendPeriod.MONTH)))
                .hasMessage("sven may not do this here");
    }

    private Trend monthly(Metric metric, @Nullable String by, @Nullable String value) {
        return bench.trends.of(
                OWNER, SEPSIS_2, new TrendQuestion(metric, TrendPeriod.MONTH, null, null, by, value, null, null));
    }

    private void month(String month, int predictions, boolean known) {
        var body = new StringBuilder(HEADER);
        for (int i = 0; i < predictions; i++) {
            body.append("%s-%d,%s-%02dT10:00:00Z,p%d,north,0.%d,%s,%s%n"
                    .formatted(
                            month,
                            i,
                            month,
                            1 + i % 28,
                            i,
                            100 + i * 7 % 800,
                            known ? i % 2 : "",
                            i % 4 < 2 ? "F" : "M"));
        }
        intake.send(BodyFormat.CSV, body.toString());
    }
}
