package org.overread.monitoring.subgroup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.monitoring.metric.Metric;

/**
 * Measures an exact evaluation in memory, three attributes and their pairs, beside pandas and scikit-learn on the same
 * rows in the same run. Not a test; run it by {@code ./overread benchmark evaluation}.
 */
class EvaluationBenchmark {
    private static final int ROUNDS = Integer.getInteger("overread.benchmark.rounds", 20);
    private static final Question QUESTION =
            new Question(SyntheticPredictions.THRESHOLD, SyntheticPredictions.ATTRIBUTES, true);
    private static final Path SCRIPT = Path.of("src/test/python/evaluation.py");

    private static final String PYTHON =
            Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

    @TempDir
    Path folder;

    @Test
    void evaluation() throws Exception {
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors");
        for (var rows : List.of(1_000_000, 10_000_000)) {
            measureBoth(rows, "scores not rounded", new SyntheticPredictions(rows, 17));
            measureBoth(rows, "scores of 4 decimals", new SyntheticPredictions(rows, 4));
        }
    }

    private void measureBoth(int rows, String kind, SyntheticPredictions predictions) throws Exception {
        var ours = measure(rows, kind, predictions.cohort(1));
        predictions.write(folder);
        besidePython(rows, kind, ours);
    }

    private record Measured(double seconds, double auroc) {}

    private static Measured measure(int rows, String kind, Cohort cohort) {
        var best = Double.POSITIVE_INFINITY;
        var processor = Double.POSITIVE_INFINITY;
        var auroc = 0.0;
        var groups = 0;
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (var round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            var processorStart = processorSeconds();
            var evaluation = Evaluation.of(cohort, QUESTION);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            processor = Math.min(processor, processorSeconds() - processorStart);
            groups = 1 + evaluation.subgroups().size();
            auroc = Objects.requireNonNull(
                    evaluation.overall().get(Metric.AUROC).value());
        }
        var peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        say(
                "%,d predictions, %s, %d figures with intervals, %d groups: %.3f s, %.3f s of processor time, best of %d;"
                        + " at most %,d MB of heap",
                rows, kind, Metric.values().length, groups, best, processor, ROUNDS, peak >> 20);
        return new Measured(best, auroc);
    }

    private void besidePython(int rows, String kind, Measured ours) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(PYTHON, SCRIPT.toString(), folder.toString(), "" + SyntheticPredictions.THRESHOLD);
        process.environment().remove("OPENBLAS_CORETYPE");
        process.redirectError(folder.resolve("python.err").toFile());
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), UTF_8).strip();
        if (running.waitFor() != 0) {
            say(
                    "no ratio: pandas and scikit-learn do not run here (apt-get install python3-pandas"
                            + " python3-sklearn): %s",
                    Files.readString(folder.resolve("python.err")).lines().reduce("", (all, line) -> line));
            return;
        }
        var words = said.split(" ");
        var seconds = Double.parseDouble(words[0]);
        say(
                "%,d predictions, %s, pandas and scikit-learn, 9 of the %d figures without intervals, %s groups: %.1f s,"
                        + " %s s of processor time; %.0f times as long; AUROC differs by %.1e",
                rows,
                kind,
                Metric.values().length,
                words[2],
                seconds,
                words[3],
                seconds / ours.seconds,
                Double.parseDouble(words[1]) - ours.auroc);
    }

    /** What all threads used, so that the figure means something also on a machine that others keep busy. */
    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
