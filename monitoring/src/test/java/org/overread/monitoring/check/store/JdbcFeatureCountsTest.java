package org.overread.monitoring.check.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.prediction.IntakeBench.MACHINE;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.FeatureCount;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.registry.ModelVersionId;

class JdbcFeatureCountsTest {
    private final IntakeBench bench = new IntakeBench();

    @Test
    @DisplayName("C9: features are counted of the days and the version that are asked for: there, missing, not allowed")
    void countsFeaturesOfDaysAndVersion() {
        var header = "prediction_id,occurred_at,score,feature.age,feature.insulin\n";
        bench.send(BodyFormat.CSV, header + """
                p0,2026-02-22T23:59:59Z,0.1,40,No
                p1,2026-02-23T00:00:00Z,0.1,40,No
                p2,2026-03-01T23:59:59Z,0.1,140,Up
                p3,2026-02-25T10:00:00Z,0.1,,Down
                p4,2026-03-02T00:00:00Z,0.1,41,No
                """);
        var first = new ModelVersionId("sepsis", 1);
        bench.predictions.accept(
                MACHINE,
                first,
                new IntakeBody(
                        new ByteArrayInputStream(
                                (header + "q,2026-02-25T10:00:00Z,0.1,50,No\n").getBytes(StandardCharsets.UTF_8)),
                        BodyFormat.CSV),
                IntakeProgress.SILENT);
        var counts = CheckStores.counts(bench.transactions.dataSource());
        var features = PlanFixtures.plan().features();
        var monday = LocalDate.parse("2026-02-23");

        assertThat(counts.of(SEPSIS_2, features, monday, monday.plusWeeks(1)))
                .containsExactly(new FeatureCount("age", 2, 1, 1), new FeatureCount("insulin", 3, 0, 1));
        assertThat(counts.of(first, features, monday, monday.plusWeeks(1)))
                .containsExactly(new FeatureCount("age", 1, 0, 0), new FeatureCount("insulin", 1, 0, 0));
    }
}
