package org.overread.registry.audit.store;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.migrations.EmbeddedDatabase;
import org.overread.migrations.Migrate;
import org.overread.registry.Role;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.Deed;
import org.overread.registry.testing.Actors;

/**
 * Measures writes of a hundred clients that each leave an audit entry, beside the same writes without one, in the same
 * run: each reads twice, writes one row and is on disk when it is answered, over as many connections as the server has.
 * Processor time is that of clients and database together, which tells more where other work shares the cores. Not a
 * test; run it by {@code ./overread benchmark audit}.
 */
class AuditBenchmark {
    private static final int CLIENTS = 100;
    private static final int CONNECTIONS = 32;
    private static final long SECONDS = Long.getLong("overread.benchmark.seconds", 10);

    @TempDir
    Path folder;

    private interface Write {
        void by(EntityManager entities);
    }

    @Test
    void writesWithAndWithoutTheTrail() throws Exception {
        try (var database = EmbeddedDatabase.kept(folder.resolve("data"), freePort())) {
            var application = database.owner().as("overread_app", "benchmark");
            Migrate.run(database.owner(), application);
            try (var connection = database.owner().connect();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE registry.benchmark (id uuid PRIMARY KEY, words text NOT NULL)");
                statement.execute("GRANT SELECT, INSERT ON registry.benchmark TO overread_app");
            }
            try (var unit = new TrailUnit(application, CONNECTIONS)) {
                for (int round = 0; round <= 3; round++) {
                    System.out.println(round == 0 ? "warming up" : "round " + round);
                    measure("without ", unit, AuditBenchmark::plain);
                    measure("with    ", unit, AuditBenchmark::audited);
                }
                long start = System.nanoTime();
                unit.sealer().sealAll();
                System.out.printf(Locale.ROOT, "left to seal: %.2f s%n", (System.nanoTime() - start) / 1e9);
                System.out.println(unit.verification());
            }
        }
    }

    private void measure(String name, TrailUnit unit, Write write) throws Exception {
        var over = new AtomicBoolean();
        var processor = processorTime();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var pool = Executors.newCachedThreadPool()) {
            var sealing = pool.submit(() -> seal(unit, over));
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(_ -> pool.submit(() -> write(unit, write, end)))
                    .toList();
            var times = new long[0];
            for (var client : clients) {
                times = joined(times, client.get());
            }
            over.set(true);
            sealing.get();
            Arrays.sort(times);
            double used = processorTime().minus(processor).toNanos() / 1e3 / times.length;
            System.out.printf(
                    Locale.ROOT,
                    "%s the trail: %,6d writes/s, median %.0f ms, p95 %.0f ms, most %.0f ms, processor %.0f us a write%n",
                    name,
                    times.length / SECONDS,
                    times[times.length / 2] / 1e6,
                    times[times.length * 95 / 100] / 1e6,
                    times[times.length - 1] / 1e6,
                    used);
        }
    }

    private Duration processorTime() throws IOException {
        long server = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.of(server).orElseThrow().descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long[] write(TrailUnit unit, Write write, long end) {
        var times = new long[1 << 16];
        int count = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            unit.commit(write::by);
            times[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(times, count);
    }

    private static long[] joined(long[] some, long[] more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** As the server does, once a second. */
    private static boolean seal(TrailUnit unit, AtomicBoolean over) throws InterruptedException {
        while (!over.get()) {
            unit.sealer().sealAll();
            TimeUnit.SECONDS.sleep(1);
        }
        return true;
    }

    /** What recording a clinician's feedback asks of the database: the card, what was said before, and one row more. */
    private static UUID plain(EntityManager entities) {
        var id = TimeOrderedIds.next();
        for (int reads = 0; reads < 2; reads++) {
            entities.createNativeQuery("SELECT words FROM registry.benchmark WHERE id = :id")
                    .setParameter("id", id)
                    .getResultList();
        }
        entities.createNativeQuery("INSERT INTO registry.benchmark VALUES (:id, :words)")
                .setParameter("id", id)
                .setParameter("words", "Lactate was drawn before, and the patient was in theatre at that time")
                .executeUpdate();
        return id;
    }

    private static void audited(EntityManager entities) {
        var id = plain(entities);
        TrailUnit.trail(entities)
                .append(
                        Actors.person("ana", Role.CLINICIAN),
                        new Deed(
                                "feedback.given",
                                "card",
                                id.toString(),
                                "sepsis",
                                "overrode an output of version 2 of sepsis",
                                Map.of("kind", "OVERRIDDEN", "reason", "patient-specific")));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
