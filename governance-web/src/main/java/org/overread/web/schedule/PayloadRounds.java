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
import org.overread.monitoring.retention.Retention;
import org.overread.monitoring.retention.RetentionRule;
import org.overread.web.failure.Failure;

/** Removes old payloads every hour where the installation has set for how long they are kept; otherwise does nothing. */
@ApplicationScoped
public class PayloadRounds {
    private static final Logger LOG = Logger.getLogger(PayloadRounds.class.getName());
    private static final int FIRST_AFTER_MINUTES = 5;
    private static final int MINUTES = 60;

    @Inject
    Retention retention;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    ScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        try {
            RetentionRule.of(System.getenv())
                    .ifPresent(rule -> rounds = scheduler.scheduleWithFixedDelay(
                            () -> round(rule), FIRST_AFTER_MINUTES, MINUTES, TimeUnit.MINUTES));
        } catch (IllegalArgumentException e) {
            LOG.severe("Nothing is removed: " + e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** One round. Nothing may escape it, or there would be no next one. */
    void round(RetentionRule rule) {
        try {
            for (var version : retention.versions()) {
                while (retention.removeSome(version, rule)) {
                    LOG.fine("Removed old payloads of " + version);
                }
            }
        } catch (RuntimeException e) {
            LOG.warning("Old payloads could not be removed, trying again in an hour: "
                    + Failure.of(e).getMessage());
        }
    }
}
