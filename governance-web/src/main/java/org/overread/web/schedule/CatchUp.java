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
import org.overread.registry.promotion.Releases;
import org.overread.web.failure.Failure;

/**
 * Carries out what was approved and a crash or an outage has kept from coming into effect: after the start, and every
 * half minute. When it fails it says so once, and goes on trying.
 */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class.getName());
    private static final int SECONDS = 30;

    @Inject
    Releases releases;

    @Inject
    Preparations preparations;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    ScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> rounds;
    private boolean failing;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        rounds = scheduler.scheduleWithFixedDelay(this::round, 0, SECONDS, TimeUnit.SECONDS);
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
            int released = releases.catchUp();
            if (released > 0 || failing) {
                LOG.info("Approved requests brought into effect by catching up: " + released);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warning("Approved requests cannot be brought into effect, trying on: "
                        + Failure.of(e).getMessage());
            }
            failing = true;
        }
    }
}
