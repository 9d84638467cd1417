package org.overread.monitoring.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how fast {@code overread evaluate} reads a file of predictions with three subgroup attributes, plain and
 * compressed. Not a test; run it by {@code ./overread benchmark reading}.
 */
class ReadingBenchmark {
    private static final int ROWS = Integer.getInteger("overread.benchmark.rows", 1_000_000);
    private static final int ROUNDS = 5;
    private static final List<String> ATTRIBUTES = List.of("age_band", "race", "sex");

    @TempDir
    Path folder;

    @Test
    void reading() throws IOException {
        var plain = folder.resolve("predictions.csv");
        write(plain);
        var compressed = folder.resolve("predictions.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(plain, out);
        }
        var megabytes = Files.size(plain) / 1e6;
        measure("CSV", plain, megabytes);
        measure("CSV, compressed", compressed, megabytes);
    }

    private static void measure(String what, Path file, double megabytes) throws IOException {
        var best = Double.POSITIVE_INFINITY;
        var processor = Double.POSITIVE_INFINITY;
        for (var round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            var processorStart = processorSeconds();
            var read = PredictionFile.read(file, ATTRIBUTES, prediction -> {});
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            processor = Math.min(processor, processorSeconds() - processorStart);
            if (read.cohort().size() != ROWS) {
                throw new IllegalStateException(
                        "of " + ROWS + " rows " + read.cohort().size() + " were read");
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %,d rows of %.0f MB: %,.0f rows/s, %.0f MB/s of text; %.2f s, %.2f s of processor time, best of"
                        + " %d%n",
                what,
                ROWS,
                megabytes,
                ROWS / best,
                megabytes / best,
                best,
                processor,
                ROUNDS);
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static void write(Path file) throws IOException {
        var random = new SplittableRandom(1);
        try (var out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), UTF_8))) {
            out.write("prediction_id,occurred_at,patient_ref,site,score,outcome,subgroup.age_band,subgroup.race,"
                    + "subgroup.sex\n");
            for (var row = 0; row < ROWS; row++) {
                out.write("v2-" + row + ",2025-0" + (1 + row % 9) + "-" + (10 + row % 18) + "T10:" + (10 + row % 50)
                        + ":00Z,P" + random.nextInt(ROWS) + ",north," + random.nextDouble() + ","
                        + random.nextInt(2) + "," + random.nextInt(5) + "0-59,race" + random.nextInt(5) + ","
                        + (random.nextBoolean() ? "Female" : "Male") + "\n");
            }
        }
    }
}
