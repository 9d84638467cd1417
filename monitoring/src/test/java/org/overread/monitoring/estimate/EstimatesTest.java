package org.overread.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.performance.store.PerformanceStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;

class EstimatesTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private final IntakeBench bench = new IntakeBench();
    private final Counting cohorts = new Counting(PerformanceStores.cohorts(bench.transactions.dataSource()));
    private final Estimates estimates = new Estimates();

    EstimatesTest() {
        estimates.catalog = bench.catalog;
        estimates.cohorts = cohorts;
    }

    @Test
    @DisplayName("C4: learns from the first weeks with outcomes what to expect of the later ones without")
    void learnsFromTheFirstWeeks() {
        assertThat(estimates.labelFree(OWNER, SEPSIS_2, EstimateQuestion.USUAL)).isEmpty();

        send("a", "2025-01-01", true);
        send("b", "2025-06-01", false);
        var answer =
                estimates.labelFree(OWNER, SEPSIS_2, EstimateQuestion.USUAL).orElseThrow();

        assertThat(answer.reference().from()).isEqualTo(LocalDate.parse("2025-01-01"));
        assertThat(answer.estimated().completeness().share().value()).isZero();
        assertThat(answer.estimated().figures().get(Metric.AUROC).value()).isNotNull();
    }

    @Test
    @DisplayName("C4: nothing is read again until another batch comes, or something else is asked")
    void readsOnlyWhatChanged() {
        send("a", "2025-01-01", true);
        send("b", "2025-06-01", false);
        estimates.labelFree(OWNER, SEPSIS_2, EstimateQuestion.USUAL);
        var first = cohorts.read;

        estimates.labelFree(OWNER, SEPSIS_2, EstimateQuestion.USUAL);
        assertThat(cohorts.read).isEqualTo(first);

        estimates.labelFree(OWNER, SEPSIS_2, new EstimateQuestion(null, null, 0.7, null, null, null));
        assertThat(cohorts.read).isGreaterThan(first);
        var second = cohorts.read;

        send("c", "2025-06-01", false);
        estimates.labelFree(OWNER, SEPSIS_2, EstimateQuestion.USUAL);
        assertThat(cohorts.read).isGreaterThan(second);
    }

    @Test
    @DisplayName("G1: only to those who may read figures, and within their site")
    void keepsToTheLimitsOfTheRole() {
        send("a", "2025-01-01", true);
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);
        var atNorth = new EstimateQuestion(null, null, null, "north", null, null);

        assertThat(estimates.labelFree(north, SEPSIS_2, atNorth)).isPresent();
        assertThatThrownBy(() -> estimates.labelFree(north, SEPSIS_2, EstimateQuestion.USUAL))
                .hasMessage("nina may not do this here");
        assertThatThrownBy(() ->
                        estimates.labelFree(Actors.person("clara", Role.CLINICIAN), SEPSIS_2, EstimateQuestion.USUAL))
                .hasMessage("clara may not do this here");
    }

    @Test
    void refusesWithEveryReasonAtOnce() {
        var question = new EstimateQuestion(
                Instant.parse("2025-02-01T00:00:00Z"),
                Instant.parse("2025-01-01T00:00:00Z"),
                1.5,
                null,
                LocalDate.parse("2025-01-01"),
                null);

        assertThatThrownBy(() -> estimates.labelFree(OWNER, SEPSIS_2, question))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(field -> field.field())
                                .containsExactly("threshold", "to", "referenceTo"));
    }

    private void send(String prefix, String day, boolean known) {
        var body = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome\n");
        for (var i = 0; i < 400; i++) {
            var outcome = known ? String.valueOf(i % 10 < i / 10 % 10 ? 1 : 0) : "";
            body.append("%s%d,%sT10:00:00Z,%s%d,north,0.%d,%s%n"
                    .formatted(prefix, i, day, prefix, i, i / 10 % 10, outcome));
        }
        bench.send(BodyFormat.CSV, body.toString());
    }

    /** Counts how often predictions are read. */
    private static final class Counting implements Cohorts {
        private final Cohorts database;
        private int read;

        Counting(Cohorts database) {
            this.database = database;
        }

        @Override
        public Cohort of(ModelVersionId version, Window window) {
            read++;
            return database.of(version, window);
        }

        @Override
        public SortedSet<String> attributes(ModelVersionId version) {
            return database.attributes(version);
        }

        @Override
        public @Nullable Days days(ModelVersionId version) {
            return database.days(version);
        }

        @Override
        public long stored(ModelVersionId version) {
            return database.stored(version);
        }

        @Override
        public long state(ModelVersionId version) {
            return database.state(version);
        }
    }
}
