package org.overread.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.testing.Listed;
import org.overread.web.metrics.Exposition;

class RoundsTest {
    private final Preparations preparations = new Preparations();
    private final Rounds rounds = new Rounds();
    private final Counted round = new Counted();
    private final Heard heard = new Heard();
    private final RoundFigures figures = new RoundFigures();
    private Instant now = Instant.parse("2026-05-04T12:00:00Z");

    @BeforeEach
    void wire() {
        rounds.preparations = preparations;
        rounds.all = new Listed<>(round);
        preparations.executor = work -> {};
        rounds.figures = figures;
        figures.clock = () -> now;
        Logger.getLogger(Rounds.class.getName()).addHandler(heard);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger(Rounds.class.getName()).removeHandler(heard);
    }

    @Test
    @DisplayName("A6: an error of the machine in one round does not end those after it")
    void goesOnAfterAnError() {
        round.fails = new NoClassDefFoundError("org/example/Bed");
        rounds.run(round);
        round.fails = null;
        rounds.run(round);

        assertThat(round.asked).isEqualTo(2);
        assertThat(heard.told)
                .containsExactly(
                        "The ward cannot be counted, trying on: java.lang.NoClassDefFoundError: org/example/Bed",
                        "No longer: The ward cannot be counted");
    }

    @Test
    @DisplayName("A6: what failed in one round is tried in the next, after a crash and after an outage")
    void goesOnAfterAnOutage() {
        round.away = true;
        rounds.run(round);
        rounds.run(round);
        round.away = false;
        rounds.run(round);
        rounds.run(round);

        assertThat(round.asked).isEqualTo(4);
        assertThat(heard.told)
                .containsExactly(
                        "The ward cannot be counted, trying on: the database is away",
                        "No longer: The ward cannot be counted");
    }

    @Test
    @DisplayName("G4: whoever watches the server sees which round fails, and which has not come when it should")
    void tellsHowTheRoundsGo() {
        try (var scheduler = new OneSchedule()) {
            rounds.scheduler = scheduler;
            rounds.start("started");
        }
        preparations.begin("The ward", () -> {});
        now = now.plusSeconds(500);
        rounds.run(round);
        assertThat(told()).contains("overread_round_late_seconds{round=\"counted\"} 0");
        preparations.finish("The ward", () -> {});
        rounds.run(round);
        now = now.plusSeconds(40);
        round.away = true;
        rounds.run(round);
        now = now.plusSeconds(45);

        assertThat(told())
                .containsExactly(
                        "overread_round_runs_total{round=\"counted\"} 2",
                        "overread_round_failures_total{round=\"counted\"} 1",
                        "overread_round_last_success_seconds{round=\"counted\"} 1777896500",
                        "overread_round_late_seconds{round=\"counted\"} 15");
    }

    @Test
    void waitsUntilAllIsPrepared() {
        preparations.begin("The ward", () -> {});

        rounds.run(round);

        assertThat(round.asked).isZero();
    }

    @Test
    void beginsAtTheStartAndEndsWithTheServer() {
        try (var scheduler = new OneSchedule()) {
            rounds.scheduler = scheduler;

            rounds.start("started");
            assertThat(scheduler.every).isEqualTo(Duration.ofSeconds(30));

            rounds.stop();
            assertThat(scheduler.getQueue()).allMatch(task -> ((ScheduledFuture<?>) task).isCancelled());
        }
    }

    private List<String> told() {
        var text = new Exposition();
        figures.tell(new Actor.Product("test"), text);
        return text.toString().lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static final class Counted implements Round {
        private int asked;
        private boolean away;
        private @Nullable Error fails;

        @Override
        public String failure() {
            return "The ward cannot be counted";
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(30);
        }

        @Override
        public void run() {
            asked++;
            if (fails != null) {
                throw fails;
            }
            if (away) {
                throw new IllegalStateException("the database is away");
            }
        }
    }

    /** What the log was told. */
    private static final class Heard extends Handler {
        private final List<String> told = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            told.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Remembers how often something shall run, and runs it never. */
    private static final class OneSchedule extends ScheduledThreadPoolExecutor {
        private Duration every = Duration.ZERO;

        private OneSchedule() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(
                Runnable command, long initialDelay, long delay, TimeUnit unit) {
            every = Duration.of(delay, unit.toChronoUnit());
            return super.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.DAYS);
        }
    }
}
