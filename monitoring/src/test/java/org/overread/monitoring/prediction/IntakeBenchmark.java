package org.overread.monitoring.prediction;

import static org.overread.monitoring.prediction.BodyFormat.CSV;
import static org.overread.monitoring.prediction.BodyFormat.NDJSON;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.overread.migrations.ScratchDatabase;
import org.postgresql.PGConnection;

/**
 * Measures the intake beside a raw {@code COPY} of the same rows into a table of the same shape, in the same run. Not a
 * test; run it by {@code ./overread benchmark intake}.
 */
class IntakeBenchmark {
    private static final int ROWS = Integer.getInteger("overread.benchmark.rows", 300_000);
    private static final int ROUNDS = 4;

    @Test
    void intakeBesideRawCopy() throws Exception {
        var csv = csv();
        var ndjson = ndjson();
        var text = new String(csv, StandardCharsets.UTF_8);
        var withoutOutcomes =
                text.replaceAll("(?m)^((?:[^,]*,){5})[01],", "$1,").getBytes(StandardCharsets.UTF_8);
        var outcomes = text.lines()
                .map(line -> line.split(","))
                .map(values -> values[0] + "," + values[5])
                .collect(java.util.stream.Collectors.joining("\n"));
        var access = ScratchDatabase.fresh();
        var bench = new IntakeBench(access.application());
        try (var owner = access.owner().connect()) {
            for (int round = 1; round <= ROUNDS; round++) {
                double fromCsv = time(() -> bench.send(CSV, csv));
                var binary = copyOut(owner);
                execute(owner, "TRUNCATE monitoring.prediction");
                bench.send(CSV, withoutOutcomes);
                double late = time(() -> bench.sendOutcomes(outcomes));
                execute(owner, "TRUNCATE monitoring.prediction");
                double fromNdjson = time(() -> bench.send(NDJSON, ndjson));
                execute(owner, "TRUNCATE monitoring.prediction");
                double raw = time(() -> copyIn(owner, binary));
                double again = time(() -> bench.send(CSV, csv));
                execute(owner, "TRUNCATE monitoring.prediction");
                double reading = time(() -> org.overread.monitoring.prediction.wire.CsvPredictions.read(
                        new ByteArrayInputStream(csv), new Nowhere()));
                System.out.printf(
                        Locale.ROOT,
                        "round %d, %,d rows: CSV %,.0f rows/s, NDJSON %,.0f rows/s, all duplicates %,.0f rows/s, "
                                + "raw COPY %,.0f rows/s, CSV/raw %.2f; reading alone %,.0f rows/s; "
                                + "late outcomes %,.0f rows/s%n",
                        round,
                        ROWS,
                        ROWS / fromCsv,
                        ROWS / fromNdjson,
                        ROWS / again,
                        ROWS / raw,
                        raw / fromCsv,
                        ROWS / reading,
                        ROWS / late);
            }
        }
    }

    private static final class Nowhere implements LineSink<Prediction> {
        @Override
        public void read(long line, Prediction value) {}

        @Override
        public void refused(LineProblem problem) {}
    }

    private interface Step {
        void run() throws Exception;
    }

    private static double time(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static byte[] copyOut(Connection connection) throws Exception {
        var out = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (SELECT * FROM monitoring.prediction) TO STDOUT (FORMAT binary)", out);
        return out.toByteArray();
    }

    private static void copyIn(Connection connection, byte[] rows) throws Exception {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY monitoring.prediction FROM STDIN (FORMAT binary)", new ByteArrayInputStream(rows));
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] csv() {
        var random = new Random(1);
        var text = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome,subgroup.sex,"
                + "subgroup.age_band,feature.time_in_hospital,feature.lactate,feature.insulin,feature.diagnosis\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "v2-%07d,2025-%02d-%02dT10:%02d:00Z,P%08x,north,%.6f,%d,%s,%d0-%d9,%d,%.1f,Up,Circulatory%n",
                    i,
                    i % 12 + 1,
                    i % 28 + 1,
                    i % 60,
                    random.nextInt(ROWS),
                    random.nextDouble(),
                    random.nextInt(2),
                    random.nextBoolean() ? "Female" : "Male",
                    i % 9,
                    i % 9,
                    random.nextInt(14),
                    random.nextDouble() * 9));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ndjson() {
        var text = new StringBuilder();
        new String(csv(), StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            var v = line.split(",");
            text.append(String.format(
                    Locale.ROOT,
                    "{\"predictionId\":\"%s\",\"occurredAt\":\"%s\",\"patientRef\":\"%s\",\"site\":\"%s\",\"score\":%s,"
                            + "\"outcome\":%s,\"subgroups\":{\"sex\":\"%s\",\"age_band\":\"%s\"},\"features\":{"
                            + "\"time_in_hospital\":%s,\"lactate\":%s,\"insulin\":\"%s\",\"diagnosis\":\"%s\"}}%n",
                    (Object[]) v));
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
