package org.overread.monitoring.performance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.performance.KnownCase;
import org.overread.monitoring.performance.KnownCases;
import org.overread.monitoring.performance.KnownCases.Basis;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.testing.RealData;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.registry.ModelVersionId;

class JdbcKnownCasesTest {
    private final IntakeBench bench = new IntakeBench();
    private final KnownCases cases = PerformanceStores.knownCases(TestTransactions.plain(bench.access));

    /** What was read, and what was said of it beforehand. */
    private static class Read implements KnownCases.Reader {
        private final List<KnownCase> cases = new ArrayList<>();
        private Basis basis = Basis.NOTHING;

        List<KnownCase> cases() {
            return cases;
        }

        Basis basis() {
            return basis;
        }

        @Override
        public void begin(Basis counted) {
            assertThat(cases).isEmpty();
            basis = counted;
        }

        @Override
        public void take(KnownCase known) {
            cases.add(known);
        }
    }

    @Test
    @DisplayName("F7: a case is what was sent but for the patient's reference, the prediction's id and the text")
    void readsACaseWhole() {
        bench.send(BodyFormat.NDJSON, """
                {"predictionId":"p-1","occurredAt":"2025-03-01T10:00:00.123456Z","patientRef":"x9","site":"north",\
                "score":0.31,"subgroups":{"sex":"Female"},"features":{"lactate":2.50,"insulin":"Up"},"text":"she fell"}
                """);
        bench.sendOutcomes("prediction_id,outcome,known_at\np-1,1,2025-03-05T00:00:00Z\n");

        // python: struct.unpack('>q', hashlib.sha256(b'x9').digest()[:8])
        assertThat(read(Window.ALL).cases)
                .containsExactly(new KnownCase(
                        Instant.parse("2025-03-01T10:00:00.123456Z"),
                        413_028_262_973_635_304L,
                        "north",
                        0.31,
                        1,
                        Instant.parse("2025-03-05T00:00:00Z"),
                        new TreeMap<>(Map.of("sex", "Female")),
                        new TreeMap<>(Map.of("lactate", "2.50", "insulin", "Up"))));
    }

    @Test
    void readsOnlyWhatHasAScoreAndAKnownOutcomeOldestFirst() {
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,patient_ref,site,score,outcome
                p1,2025-01-03T00:00:00Z,a,north,0.1,0
                p2,2025-01-02T00:00:00Z,b,north,0.2,1
                p3,2025-01-01T00:00:00Z,c,north,0.3,
                p4,2025-01-04T00:00:00Z,d,north,,1
                p5,2025-01-04T00:00:00Z,b,north,0.5,1
                p6,2025-01-05T00:00:00Z,,,0.6,1
                p7,2025-01-05T00:00:00Z,,,0.7,1
                """);

        var read = read(Window.ALL);

        assertThat(read.cases).extracting(KnownCase::score).containsExactly(0.2, 0.1, 0.5, 0.6, 0.7);
        assertThat(read.basis).isEqualTo(new Basis(7, 5, 5, 4));
        assertThat(read.basis.timed()).isFalse();
        assertThat(cases.count(SEPSIS_2, Window.ALL)).isEqualTo(read.basis);
        assertThat(read.cases.getLast().patientKey()).isNull();
    }

    @Test
    void takesATimeBeforeThePredictionForNone() {
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,score
                p1,2025-01-03T00:00:00Z,0.1
                p2,2025-01-03T00:00:00Z,0.2
                p3,2025-01-03T00:00:00Z,0.3
                """);
        bench.sendOutcomes("""
                prediction_id,outcome,known_at
                p1,1,2025-01-03T00:00:00Z
                p2,0,2025-01-04T00:00:00Z
                """);
        assertThat(read(Window.ALL).basis).isEqualTo(new Basis(3, 2, 0, 2));

        bench.sendOutcomes("prediction_id,outcome,known_at\np3,0,2025-01-02T00:00:00Z\n");

        assertThat(read(Window.ALL).basis).isEqualTo(new Basis(3, 3, 1, 3));
    }

    @Test
    void readsOnlyTheWindowTheSiteAndTheVersion() {
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,patient_ref,site,score,outcome
                p1,2025-01-01T00:00:00Z,a,north,0.1,0
                p2,2025-02-01T00:00:00Z,b,north,0.2,1
                p3,2025-02-28T23:59:59.999999Z,c,south,0.3,1
                p4,2025-03-01T00:00:00Z,d,north,0.4,1
                """);
        var february = Instant.parse("2025-02-01T00:00:00Z");
        var march = Instant.parse("2025-03-01T00:00:00Z");

        assertThat(read(new Window(february, march, null)).cases)
                .extracting(KnownCase::score)
                .containsExactly(0.2, 0.3);
        assertThat(read(new Window(null, march, "north")).cases)
                .extracting(KnownCase::score)
                .containsExactly(0.1, 0.2);
        assertThat(cases.count(new ModelVersionId("sepsis", 1), Window.ALL)).isEqualTo(Basis.NOTHING);
        assertThat(read(new Window(march.plusSeconds(1), null, null)).basis).isEqualTo(Basis.NOTHING);
    }

    @Test
    void leavesTheConnectionAsItWas() throws SQLException {
        bench.send(BodyFormat.CSV, "prediction_id,occurred_at,score,outcome\np1,2025-01-01T00:00:00Z,0.1,0\n");
        var shared = PerformanceStores.knownCases(bench.transactions.dataSource());

        assertThat(shared.count(SEPSIS_2, Window.ALL).cases()).isEqualTo(1);
        bench.send(BodyFormat.CSV, "prediction_id,occurred_at,score,outcome\np2,2025-01-01T00:00:00Z,0.1,0\n");

        assertThat(shared.count(SEPSIS_2, Window.ALL).cases()).isEqualTo(2);
        bench.holds(2);
        try (var connection = bench.transactions.dataSource().getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    @DisplayName("F7: what is sent while cases are handed out is in neither their number nor the cases")
    void isOfOneMoment() {
        bench.send(BodyFormat.CSV, "prediction_id,occurred_at,score,outcome\np1,2025-01-01T00:00:00Z,0.1,0\n");
        var read = new Read() {
            @Override
            public void begin(Basis counted) {
                super.begin(counted);
                bench.send(BodyFormat.CSV, "prediction_id,occurred_at,score,outcome\np2,2025-01-02T00:00:00Z,0.2,0\n");
            }
        };

        cases.read(SEPSIS_2, Window.ALL, read);

        assertThat(read.cases()).extracting(KnownCase::score).containsExactly(0.1);
        assertThat(read.basis()).isEqualTo(new Basis(1, 1, 1, 1));
        assertThat(cases.count(SEPSIS_2, Window.ALL).cases()).isEqualTo(2);
    }

    @Test
    @DisplayName("F7: of one moment they come in the order of their ids, so that the same export is the same rows")
    void ordersCasesOfOneMoment() {
        bench.send(BodyFormat.CSV, """
                prediction_id,occurred_at,score,outcome
                p3,2025-01-01T00:00:00Z,0.3,0
                p1,2025-01-01T00:00:00Z,0.1,0
                p2,2025-01-01T00:00:00Z,0.2,0
                """);

        assertThat(read(Window.ALL).cases).extracting(KnownCase::score).containsExactly(0.1, 0.2, 0.3);
    }

    @Test
    @DisplayName("F7: the cases of the real file are those that its figures are computed from")
    void readsTheRealFileAsItsFiguresDo() throws IOException {
        try (var in = Files.newInputStream(RealData.file("readmission_v2.csv.gz"))) {
            bench.send(BodyFormat.CSV, in);
        }

        var read = read(Window.ALL);

        assertThat(read.cases).hasSize(59_606);
        // the events of PerformanceTest, there by statsmodels' proportion_confint(3139, 6723)
        assertThat(read.cases.stream().mapToInt(KnownCase::outcome).sum()).isEqualTo(6_723);
        assertThat(read.cases.stream().mapToDouble(KnownCase::score).sorted().toArray())
                .isEqualTo(java.util.Arrays.stream(PerformanceStores.cohorts(bench.transactions.dataSource())
                                .of(SEPSIS_2, Window.ALL)
                                .scores())
                        .sorted()
                        .toArray());
    }

    private Read read(Window window) {
        var read = new Read();
        cases.read(SEPSIS_2, window, read);
        return read;
    }
}
