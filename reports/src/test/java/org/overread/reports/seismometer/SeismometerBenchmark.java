package org.overread.reports.seismometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.performance.KnownCase;
import org.overread.monitoring.performance.KnownCases.Basis;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.WatchedFeature;

/**
 * Writes the folder of a million cases with three attributes and twelve features, and prints what it took. Not part of
 * the tests; run it in a heap of 256 MB by
 *
 * <pre>mvn -pl reports -am test -Dtest=SeismometerBenchmark -DargLine=-Xmx256m -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class SeismometerBenchmark {
    private static final int CASES = 1_000_000;

    @Test
    void writesAMillionCases() throws Exception {
        var features = IntStream.range(0, 12)
                .mapToObj(i -> new WatchedFeature(
                        "feature_" + i,
                        i < 8 ? FeatureKind.NUMERIC : FeatureKind.CATEGORICAL,
                        null,
                        null,
                        null,
                        i < 8 ? List.of() : List.of("Up", "Down", "Steady"),
                        null))
                .toList();
        var layout = Layout.of(List.of("sex", "race", "age_band"), features);
        var size = new AtomicLong();
        long begin = System.nanoTime();
        try (var folder = new SeismometerFolder(layout, new Pseudonyms(new byte[Pseudonyms.SECRET]))) {
            folder.begin(new Basis(CASES, CASES, 0, CASES / 2));
            for (var i = 0; i < CASES; i++) {
                folder.take(one(i));
            }
            folder.copy("benchmark", Map.of(), counting(size));
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);

        System.out.printf(
                "%,d cases: %.1f s, %,.0f cases/s, zip %.1f MB, heap limit %d MB, peak heap %d MB%n",
                CASES,
                took.toMillis() / 1e3,
                CASES / (took.toMillis() / 1e3),
                size.get() / 1e6,
                Runtime.getRuntime().maxMemory() >> 20,
                peakHeap() >> 20);
        assertThat(size.get()).isPositive();
    }

    private static KnownCase one(int i) {
        var features = new TreeMap<String, String>();
        for (var f = 0; f < 12; f++) {
            features.put("feature_" + f, f < 8 ? String.valueOf((i * 31L + f * 7) % 1_000 / 10.0) : "Steady");
        }
        var at = Ward.NOON.plusSeconds(i);
        return new KnownCase(
                at,
                (long) i / 2,
                "north",
                i % 1_000 / 1_000.0,
                i % 9 == 0 ? 1 : 0,
                at.plusSeconds(86_400),
                new TreeMap<>(Map.of("sex", "Female", "race", "Black", "age_band", "70-80")),
                features);
    }

    private static OutputStream counting(AtomicLong size) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                size.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                size.addAndGet(length);
            }
        };
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
