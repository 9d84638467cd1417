package org.overread.monitoring.performance;

import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.overread.migrations.ScratchDatabase;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.profile.FeatureProfile;
import org.overread.monitoring.profile.TimeSpan;
import org.overread.monitoring.profile.WindowFeatures;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;

/**
 * Measures what a dashboard costs beside so many predictions: 90 days, 2 sites, 30 subgroups of 3 attributes, 20 features,
 * 5 % events. Not a test; run it by {@code ./overread benchmark profile}, with {@code
 * -Doverread.benchmark.rows=10000000} for ten million.
 */
class ProfileBenchmark {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final int DAYS = 90;
    private static final int ROUNDS = 15;
    private static final String FILL = """
            INSERT INTO monitoring.prediction (series, slice, batch, line, prediction_id, occurred_at, score, patient_ref,
                site, features, outcome, outcome_batch, patient_key, content_hash)
            SELECT 1, 1 + (i::bigint * 7919) %% 180, 1, i, 'p' || i,
                timestamptz '2025-01-01 00:00:00Z' + (i * (90 * 86400.0 / %1$d)) * interval '1 second',
                1 / (1 + exp(3.6 - (u - 0.5) * 9 - y)), 'q' || (i %% %2$d), CASE i %% 2 WHEN 0 THEN 'north' ELSE 'south' END,
                f, y, 1, hashint8extended(i %% %2$d, 0), i
            FROM (SELECT i, random() u, (random() < 0.05)::int::smallint y, (SELECT '{' || string_agg(
                    '"f' || k || '":"' || ((i::bigint * (k + 7)) %% 9973) / 10.0 || '"', ',') || '}'
                    FROM generate_series(10, 29) k) f
                FROM generate_series(%3$d, %4$d) i) made""";

    private final IntakeBench intake = new IntakeBench(ScratchDatabase.fresh().application());
    private final PerformanceBench bench = new PerformanceBench(intake);

    @Test
    void dashboard() throws SQLException {
        run(Integer.getInteger("overread.benchmark.rows", 1_000_000));
    }

    private void run(int predictions) throws SQLException {
        once("fill %,d predictions".formatted(predictions), () -> fill(predictions));
        rebuild("rebuild", predictions);
        update("INSERT INTO monitoring.changed_day SELECT DISTINCT 1, day, 2 FROM monitoring.profile");
        rebuild("rebuild after late outcomes for every day", predictions);
        for (var size : intake.rows("""
                SELECT count(*), round(avg(length(scores))), round(avg(length(features))),
                    pg_size_pretty(pg_total_relation_size('monitoring.profile')),
                    pg_size_pretty(pg_total_relation_size('monitoring.profile_week')),
                    pg_size_pretty(pg_total_relation_size('monitoring.prediction'))
                FROM monitoring.profile""")) {
            say("days and sites | mean bytes of scores | of features | profiles | of weeks | predictions: %s", size);
        }
        cohort(predictions);
        read();
        System.gc();
        say(
                "memory in use: %,d MB",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    /** What a question costs that needs every prediction: score, outcome, patient and slice of each. */
    private void cohort(int predictions) {
        var best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 3; round++) {
            long before = System.nanoTime();
            bench.cohorts.of(SEPSIS_2, Window.ALL);
            best = Math.min(best, (System.nanoTime() - before) / 1e9);
        }
        say("reading every prediction from PostgreSQL: %.2f s, %,.0f rows/s, best of 3", best, predictions / best);
    }

    private void rebuild(String what, int predictions) {
        long before = System.nanoTime();
        int days = bench.profiling.rebuild();
        double seconds = (System.nanoTime() - before) / 1e9;
        say("%s, %d days: %.1f s, %,.0f predictions/s", what, days, seconds, predictions / seconds);
    }

    private void read() {
        var window = new PerformanceQuestion(
                start(FIRST), start(FIRST.plusDays(DAYS)), List.of("age", "sex", "ward"), false, null, null);
        var pairs = new PerformanceQuestion(window.from(), window.to(), window.by(), true, null, null);
        repeat("dashboard, 30 subgroups, read anew", () -> fresh().performance.answer(OWNER, SEPSIS_2, window));
        repeat(
                "dashboard, 30 subgroups and pairs, read anew",
                () -> fresh().performance.answer(OWNER, SEPSIS_2, pairs));
        var kept = fresh();
        repeat(
                "dashboard, 30 subgroups, with the profiles at hand",
                () -> kept.performance.answer(OWNER, SEPSIS_2, window));
        repeat("20 features, 30 days beside the 60 before", this::features);
        repeat("dashboard, 30 subgroups and 20 features, read anew", () -> {
            fresh().performance.answer(OWNER, SEPSIS_2, window);
            features();
        });
        repeat(
                "trend of the AUROC by day",
                () -> fresh().trends.of(OWNER, SEPSIS_2, TrendQuestion.of(Metric.AUROC, TrendPeriod.DAY)));
        var answer = kept.performance.answer(OWNER, SEPSIS_2, window);
        say(
                "AUROC %s, %s",
                answer.evaluation().overall().get(Metric.AUROC), answer.basis().sentence());
    }

    private void features() {
        var split = FIRST.plusDays(60);
        var times = List.of(TimeSpan.days(FIRST, split), TimeSpan.days(split, FIRST.plusDays(DAYS)));
        var features = bench.profiling.profiles.features(SEPSIS_2, times, null);
        FeatureProfile.alike(features.stream().map(WindowFeatures::profile).toList());
    }

    /** The services without what they keep from the last question. */
    private PerformanceBench fresh() {
        return new PerformanceBench(intake);
    }

    private void fill(int predictions) {
        update("INSERT INTO monitoring.series (model, version) VALUES ('sepsis', 2)");
        update("""
                INSERT INTO monitoring.slice (series, group_values)
                SELECT 1, '{"age":"a' || a || '","sex":"s' || s || '","ward":"w' || w || '"}'
                FROM generate_series(1, 10) a, generate_series(1, 2) s, generate_series(1, 18) w
                ORDER BY (a * 7 + s * 13 + w * 31) % 101 LIMIT 180""");
        update("""
                INSERT INTO monitoring.batch (id, series, kind, sent_by, sent_by_name, accepted_at, received, stored,
                    duplicates, rejected, outcomes_added)
                VALUES (1, 1, 'PREDICTIONS', 'm', 'm', now(), %1$d, %1$d, 0, 0, 0)""".formatted(predictions));
        int piece = 250_000;
        for (int from = 0; from < predictions; from += piece) {
            update(FILL.formatted(predictions, predictions / 4, from, Math.min(predictions, from + piece) - 1));
        }
        update("""
                INSERT INTO monitoring.changed_day SELECT DISTINCT 1, (occurred_at AT TIME ZONE 'UTC')::date, 1
                FROM monitoring.prediction""");
    }

    private void update(String sql) {
        try (var connection = intake.access.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant start(LocalDate day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static void once(String what, Runnable step) {
        long before = System.nanoTime();
        step.run();
        say("%s: %.1f s", what, (System.nanoTime() - before) / 1e9);
    }

    private static void repeat(String what, Runnable step) {
        var millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            step.run();
            millis[round] = (System.nanoTime() - before) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        say("%s: median %.0f ms, best %.0f, first %.0f", what, millis[ROUNDS / 2], millis[0], first);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
