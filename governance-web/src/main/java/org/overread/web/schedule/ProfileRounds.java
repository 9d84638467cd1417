package org.overread.web.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.Profiling;
import org.overread.web.failure.Failure;

/**
 * Brings the profiles of days up to date that batches have changed: after the start, and every ten seconds. Nobody waits
 * for it, since figures are read from the predictions meanwhile. When it fails it says so once, and goes on trying.
 */
@ApplicationScoped
public class ProfileRounds {
    private static final Logger LOG = Logger.getLogger(ProfileRounds.class.getName());
    private static final int SECONDS = 10;

    /** Days in one round, so that a large history does not keep the thread for long. */
    private static final int DAYS = 64;

    @Inject
    Profiling profiling;

    @Inject
    Preparations preparations;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    ScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> rounds;
    private boolean failing;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        rounds = scheduler.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** One round. Nothing may escape it, or there would be no next one. */
    void round() {
        if (!preparations.done()) {
            return;
        }
        try {
            profiling.rebuild(DAYS);
            if (failing) {
                LOG.info("The profiles of days are brought up to date again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warning("The profiles of days cannot be brought up to date, trying on: "
                        + Failure.of(e).getMessage());
            }
            failing = true;
        }
    }
}
