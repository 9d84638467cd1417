package org.overread.monitoring.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.Receipt;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.profile.ProfilingBench;
import org.overread.monitoring.profile.TimeSpan;
import org.overread.monitoring.profile.WindowFeatures;
import org.overread.monitoring.retention.store.RetentionStores;
import org.overread.registry.audit.Deed;
import org.overread.registry.testing.RecordingAuditTrail;

class RetentionTest {
    private static final String LINES = """
            prediction_id,occurred_at,patient_ref,score,outcome,text,feature.age
            p-1,2025-03-01T10:00:00Z,x1,0.1,,written,70
            p-2,2025-03-01T23:59:59Z,x2,0.2,,,71
            p-3,2025-03-02T00:00:00Z,x3,0.3,,,72
            """;
    private static final String HELD = """
            SELECT prediction_id, score, patient_key IS NOT NULL, patient_ref, features, body
            FROM monitoring.prediction ORDER BY prediction_id""";

    private final IntakeBench bench = new IntakeBench();
    private final ProfilingBench profiling = new ProfilingBench(bench);
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final Retention retention = new Retention();

    @BeforeEach
    void send() {
        retention.payloads = RetentionStores.payloads(bench.transactions.dataSource());
        retention.trail = trail;
        today("2025-04-02T12:00:00Z");
        bench.send(BodyFormat.CSV, LINES);
    }

    @Test
    @DisplayName("C9: payloads that are older than set go, scores and profiles stay, and the trail says how many")
    void removesOldPayloads() {
        profiled();

        assertThat(retention.versions()).containsExactly(SEPSIS_2);
        assertThat(removeSome(31)).isTrue();
        assertThat(removeSome(31)).isFalse();

        assertThat(bench.rows(HELD))
                .containsExactly(
                        "p-1|0.1|t|null|null|null", "p-2|0.2|t|null|null|null", "p-3|0.3|t|x3|{\"age\":\"72\"}|null");
        assertThat(bench.rows("SELECT count(*) FROM monitoring.profile")).containsExactly("2");
        assertThat(trail.recorded()).singleElement().satisfies(entry -> {
            assertThat(entry.actor().name()).isEqualTo("Overread");
            assertThat(entry.deed())
                    .returns("payloads.removed", Deed::action)
                    .returns(
                            "removed the payloads of 2 predictions of sepsis/2 that are older than 31 days",
                            Deed::sentence)
                    .returns(
                            Map.of("predictions", "2", "from", "2025-03-01", "to", "2025-03-01", "keptDays", "31"),
                            Deed::details);
        });
    }

    @Test
    @DisplayName("F5: what was sent before its payload went is still known as a duplicate")
    void stillKnowsWhatWasSent() {
        profiled();
        removeSome(31);

        assertThat(bench.send(BodyFormat.CSV, LINES))
                .returns(3L, Receipt::duplicates)
                .returns(0L, Receipt::rejected);
        assertThat(bench.sendOutcomes("prediction_id,outcome\np-1,1\n")).returns(1L, Receipt::stored);
    }

    @Test
    @DisplayName(
            "C9: a late outcome changes the scores of a day whose payloads went, and leaves what is known of features")
    void lateOutcomesLeaveFeatures() {
        profiled();
        var before = features();
        removeSome(31);

        bench.sendOutcomes("prediction_id,outcome\np-1,1\n");
        assertThat(features()).isEqualTo(before);
        profiling.rebuild();

        assertThat(features()).isEqualTo(before);
        assertThat(before.profile().distributions()).containsEntry("age", NumericDistribution.of(70, 71, 72));
        assertThat(bench.rows("SELECT count(*) FROM monitoring.changed_day")).containsExactly("0");
    }

    @Test
    @DisplayName("C9: what comes for a day whose payloads went is added to its features, then goes as well")
    void latePredictionsAddFeatures() {
        profiled();
        removeSome(31);

        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,patient_ref,score,feature.age
                p-4,2025-03-01T12:00:00Z,x4,0.4,80
                """);
        assertThat(removeSome(31)).isFalse();
        profiled();
        bench.rows("INSERT INTO monitoring.changed_day (series, day, batch) VALUES (1, '2025-03-01', 0) RETURNING 1");
        profiled();
        today("2025-04-02T13:00:00Z");

        assertThat(features().profile().distributions()).containsEntry("age", NumericDistribution.of(70, 71, 72, 80));
    }

    @Test
    @DisplayName("C9: payloads that came while a day was being cleared stay until they are in its profile")
    void leavesWhatIsNotProfiledYet() {
        profiled();
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,patient_ref,score,feature.age
                p-4,2025-03-01T12:00:00Z,x4,0.4,80
                """);

        long removed = retention.payloads.remove(
                SEPSIS_2, LocalDate.parse("2025-03-01"), Instant.parse("2025-04-02T12:00:00Z"));

        assertThat(removed).isEqualTo(2);
        profiling.rebuild();
        assertThat(features().profile().distributions()).containsEntry("age", NumericDistribution.of(70, 71, 72, 80));
    }

    @Test
    void waitsUntilTheProfileOfTheDayIsMadeFromAllThatCame() {
        assertThat(removeSome(31)).isFalse();
        profiled();
        bench.rows("INSERT INTO monitoring.changed_day (series, day, batch) VALUES (1, '2025-03-01', 9) RETURNING 1");

        assertThat(removeSome(31)).isFalse();
        assertThat(trail.recorded()).isEmpty();
    }

    @Test
    void theDatabaseLetsGoOfWholeOldPayloadsOnly() {
        assertThatThrownBy(() -> bench.rows("UPDATE monitoring.prediction SET features = '{}' RETURNING 1"))
                .hasMessageContaining("a prediction stays as it was sent");
        assertThatThrownBy(() -> bench.rows("UPDATE monitoring.prediction SET features = NULL RETURNING 1"))
                .hasMessageContaining("a prediction stays as it was sent");
        bench.send(
                BodyFormat.CSV,
                "prediction_id,occurred_at,patient_ref\np-9," + Instant.now().minusSeconds(60) + ",x\n");
        assertThatThrownBy(() -> bench.rows("""
                        UPDATE monitoring.prediction SET features = NULL, body = NULL, patient_ref = NULL
                        WHERE prediction_id = 'p-9' RETURNING 1""")).hasMessageContaining("a prediction stays as it was sent");
    }

    @Test
    void keepsForEverUnlessTheInstallationSetsOtherwise() {
        assertThat(RetentionRule.of(Map.of())).isEmpty();
        assertThat(RetentionRule.of(Map.of(RetentionRule.SETTING, " 365 "))).contains(new RetentionRule(365));
        for (var wrong : List.of("30", "-1", "a year")) {
            assertThatThrownBy(() -> RetentionRule.of(Map.of(RetentionRule.SETTING, wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(RetentionRule.SETTING);
        }
    }

    private boolean removeSome(int days) {
        return bench.transactions.run(() -> retention.removeSome(SEPSIS_2, new RetentionRule(days)));
    }

    private void today(String now) {
        retention.clock = () -> Instant.parse(now);
    }

    /** Makes the profiles that are behind, as on the first of April. */
    private void profiled() {
        profiling.rebuild();
        bench.rows("UPDATE monitoring.profile SET built_at = '2025-04-01T00:00:00Z' RETURNING 1");
    }

    private WindowFeatures features() {
        return profiling
                .profiles
                .features(SEPSIS_2, List.of(new TimeSpan(null, null)), null)
                .getFirst();
    }
}
