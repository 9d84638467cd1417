package org.overread.monitoring.performance;

import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.testing.RealData;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;

/**
 * Measures how long the figures of the real file take, read anew and with the cohort at hand. Not a test; run it by
 * {@code ./overread benchmark performance}.
 */
class PerformanceBenchmark {
    @Test
    void figuresOfTheRealFile() throws Exception {
        var bench = new IntakeBench();
        try (var in = Files.newInputStream(RealData.file("readmission_v2.csv.gz"))) {
            bench.send(BodyFormat.CSV, in);
        }
        var question = new PerformanceQuestion(null, null, List.of("age_band", "sex", "race"), true, 0.163, null);
        for (int round = 1; round <= 8; round++) {
            var figures = new PerformanceBench(bench);
            var performance = figures.performance;
            double reading = millis(() -> figures.cohorts.of(SEPSIS_2, Window.ALL));
            double anew = millis(() -> performance.of(Actors.person("mira", Role.MODEL_OWNER), SEPSIS_2, question));
            double again = millis(() -> performance.of(Actors.person("mira", Role.MODEL_OWNER), SEPSIS_2, question));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: cohort read in %.0f ms; figures of 3 attributes and pairs %.0f ms, with the cohort at"
                            + " hand %.0f ms%n",
                    round,
                    reading,
                    anew,
                    again);
        }
    }

    private static double millis(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
