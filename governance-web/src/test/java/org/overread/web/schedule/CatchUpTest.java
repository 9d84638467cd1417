package org.overread.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.promotion.Releases;

class CatchUpTest {
    private final CountedReleases releases = new CountedReleases();
    private final Preparations preparations = new Preparations();
    private final CatchUp catchUp = new CatchUp();

    @BeforeEach
    void wire() {
        catchUp.releases = releases;
        catchUp.preparations = preparations;
        preparations.executor = work -> {};
    }

    @Test
    @DisplayName("A6: what was approved before a crash is carried out after the start")
    void looksRoundByRound() {
        catchUp.round();
        catchUp.round();

        assertThat(releases.asked).isEqualTo(2);
    }

    @Test
    void survivesADatabaseThatIsAway() {
        releases.away = true;
        catchUp.round();
        releases.away = false;
        catchUp.round();

        assertThat(releases.asked).isEqualTo(2);
    }

    @Test
    void waitsUntilAllIsPrepared() {
        preparations.begin("The ward", () -> {});

        catchUp.round();

        assertThat(releases.asked).isZero();
    }

    @Test
    void beginsAtTheStartAndEndsWithTheServer() {
        try (var scheduler = new OneSchedule()) {
            catchUp.scheduler = scheduler;

            catchUp.start("started");
            assertThat(scheduler.everySeconds).isEqualTo(30);

            catchUp.stop();
            assertThat(scheduler.getQueue()).allMatch(task -> ((ScheduledFuture<?>) task).isCancelled());
        }
    }

    private static final class CountedReleases extends Releases {
        private int asked;
        private boolean away;

        @Override
        public int catchUp() {
            asked++;
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return 0;
        }
    }

    /** Remembers how often something shall run, and runs it never. */
    private static final class OneSchedule extends ScheduledThreadPoolExecutor {
        private long everySeconds;

        private OneSchedule() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(
                Runnable command, long initialDelay, long delay, TimeUnit unit) {
            everySeconds = unit.toSeconds(delay);
            return super.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.DAYS);
        }
    }
}
