package org.overread.monitoring.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.prediction.IntakeBench.MACHINE;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.plan.store.PlanStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.monitoring.profile.ProfilingBench;
import org.overread.registry.ModelVersionId;

class SightingsTest {
    private final IntakeBench bench = new IntakeBench();
    private final ProfilingBench profiling = new ProfilingBench(bench);
    private final Sightings sightings = PlanStores.sightings(bench.transactions.dataSource());

    @Test
    @DisplayName("C7: days are counted alike before their profiles are made, after, and while some are behind")
    void countsDays() {
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,site,score,outcome
                p1,2025-01-01T00:00:00Z,north,0.1,1
                p2,2025-01-01T23:59:59.999999Z,south,0.2,0
                p3,2025-01-02T00:00:00Z,,,1
                p4,2025-01-02T01:00:00Z,north,0.4,
                """);
        var first = new DayCount(LocalDate.parse("2025-01-01"), 2, 2, 1);
        var second = new DayCount(LocalDate.parse("2025-01-02"), 2, 1, 1);
        assertThat(sightings.days(SEPSIS_2)).containsExactly(first, second);

        profiling.rebuild();
        assertThat(sightings.days(SEPSIS_2)).containsExactly(first, second);
        bench.sendOutcomes("prediction_id,outcome\np4,0\n");

        assertThat(sightings.days(SEPSIS_2))
                .containsExactly(first, new DayCount(LocalDate.parse("2025-01-02"), 2, 2, 1));
    }

    @Test
    @DisplayName("C9: a day counts once however much a site sent on it, and of other versions nothing counts")
    void countsTheDaysOfAVersion() {
        var other = new ModelVersionId("sepsis", 1);
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,site,score,outcome
                p1,2025-01-01T00:00:00Z,north,0.1,1
                p2,2025-01-01T01:00:00Z,north,0.1,1
                """);
        var north = new SiteDays("north", LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-01"), 1);
        assertThat(sightings.sites(SEPSIS_2)).containsExactly(north);

        send(other, """
                prediction_id,occurred_at,site,score,outcome
                p1,2024-12-01T00:00:00Z,north,0.1,1
                p2,2025-01-03T00:00:00Z,east,0.1,1
                """);
        profiling.rebuild();

        assertThat(sightings.sites(SEPSIS_2)).containsExactly(north);
        assertThat(sightings.days(SEPSIS_2)).containsExactly(new DayCount(LocalDate.parse("2025-01-01"), 2, 2, 2));
        assertThat(sightings.sites(other)).extracting(SiteDays::site).containsExactly("east", "north");
    }

    private void send(ModelVersionId version, String csv) {
        bench.predictions.accept(
                MACHINE,
                version,
                new IntakeBody(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), BodyFormat.CSV),
                IntakeProgress.SILENT);
    }

    @Test
    @DisplayName("C9: the newest prediction is the one about the latest moment, whenever it was sent; none without any")
    void knowsTheNewest() {
        assertThat(sightings.newest(SEPSIS_2)).isEmpty();
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,site,score,outcome
                p1,2025-01-02T01:00:00Z,north,0.4,
                p2,2025-01-01T00:00:00Z,north,0.1,1
                """);

        assertThat(sightings.newest(SEPSIS_2)).contains(java.time.Instant.parse("2025-01-02T01:00:00Z"));
    }

    @Test
    @DisplayName("C9: of each site it is known from when to when it sent, whether profiles are behind or not")
    void knowsTheDaysOfSites() {
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,site,score,outcome
                p1,2025-01-01T00:00:00Z,north,0.1,1
                p2,2025-01-01T23:59:59.999999Z,south,0.2,0
                p3,2025-01-02T00:00:00Z,,,1
                p4,2025-01-02T01:00:00Z,north,0.4,
                """);
        var north = new SiteDays("north", LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-02"), 2);
        var south = new SiteDays("south", LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-01"), 1);
        assertThat(sightings.sites(SEPSIS_2)).containsExactly(north, south);

        profiling.rebuild();

        assertThat(sightings.sites(SEPSIS_2)).containsExactly(north, south);
    }
}
